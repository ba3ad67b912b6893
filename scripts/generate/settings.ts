import type { Rule } from '../../server/engine/rule';

type Json = Record<string, unknown>;

/** What wins over all when settings are as they were: the policy file. */
const POLICY = 'policy';

/** package.json with its settings renewed: two hands full that are written here, and one for each rule. */
export function manifestWithSettings(manifest: string, rules: Rule[]): string {
  const { contributes, ...rest } = JSON.parse(manifest) as { contributes: Json };
  const before = Object.keys(JSON.parse(manifest) as Json);
  const all: Json = { ...rest, contributes: { ...contributes, configuration: settings(rules) } };
  return `${JSON.stringify(Object.fromEntries(before.map((key) => [key, all[key]])), null, 2)}\n`;
}

function settings(rules: Rule[]): Json[] {
  const ruleSettings = rules.map((rule) => [`dataEthics.rules.${rule.id}`, ruleSetting(rule)]);
  return [
    {
      id: 'dataEthics',
      title: '%settings.general%',
      order: 1,
      properties: {
        'dataEthics.scope': choice('setting.scope', ['workspace', 'openFiles'], 'resource'),
        'dataEthics.preset': choice('setting.preset', [POLICY, 'starter', 'recommended', 'strict'], 'resource'),
        'dataEthics.trace.server': choice('setting.trace.server', ['off', 'messages', 'verbose'], 'window'),
      },
    },
    { id: 'dataEthics.rules', title: '%settings.rules%', order: 2, properties: Object.fromEntries(ruleSettings) },
  ];
}

/** The first value is the default. */
function choice(key: string, values: string[], scope: string): Json {
  const enumDescriptions = values.map((value) => `%${key}.${value}%`);
  return { type: 'string', enum: values, enumDescriptions, default: values[0], scope, markdownDescription: `%${key}%` };
}

function ruleSetting({ title, severity, preset, value }: Rule): Json {
  const { markdownDescription: _, ...setting } = choice('setting.rule', [POLICY, 'error', 'warning', 'info', 'off'], 'resource');
  return { ...setting, markdownDescription: `${title}.\n\n*${value}* · ${severity} · from preset ${preset} up` };
}
