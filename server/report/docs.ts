import type { Rule } from '../engine/rule';
import { declared, reasons } from '../../rules/lessons';
import { lessonSections } from './lesson';

/** Where the page of a rule can be read; the pages are part of the package. */
export function docsUrl(id: string, version: string): string {
  return `https://unpkg.com/data-ethics@${version}/docs/rules/${id}.md`;
}

/** The rules as a project wants them explained: naming laws, or not where its policy has switched `legalHints` off. */
export const shownRules = (rules: Rule[], namesLaws: boolean): Rule[] =>
  namesLaws
    ? rules
    : rules.map((rule) => ({ ...rule, basis: rule.basis.filter((words) => !words.startsWith('May be relevant')) }));

/** The page of a rule: why it matters, what it cannot see, how to mend it, and code of both kinds. */
export function rulePage(rule: Rule): string {
  const options = Object.entries(rule.options ?? {});
  return [
    `# ${rule.id}`,
    rule.title + '.',
    `Severity **${rule.severity}** · preset **${rule.preset}** and up · family ${rule.family} · value **${rule.value}** · since ${rule.since}`,
    section('Why it matters', [rule.why]),
    ...lessonSections(rule)
      .slice(0, 2)
      .map(({ title, blocks }) => section(title, blocks)),
    section('How to mend it', [list(rule.fixes)]),
    section('Flagged', rule.examples.bad.map(fence)),
    section('Fine', rule.examples.ok.map(fence)),
    ...lessonSections(rule)
      .slice(2)
      .map(({ title, blocks }) => section(title, blocks)),
    section('Options', options.length ? [list(options.map(optionLine))] : []),
    section('When not to use it, and what it cannot see', [rule.limits]),
    section('Say it in the policy', declaration(rule.id)),
    section('Background', rule.basis.length ? [list(rule.basis), NO_ADVICE] : []),
    section('Suppress it', [suppression(rule.id)]),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const NO_ADVICE =
  'This is no legal advice. Whether any of it holds for you, somebody has to say who knows the law where you are; the day is when somebody read it.';

const section = (title: string, blocks: string[]): string => (blocks.length ? [`## ${title}`, ...blocks].join('\n\n') : '');
const list = (items: string[]): string => items.map((item) => `- ${item}`).join('\n');
/** The mark that the tests look for becomes a word for readers. */
const fence = (code: string): string =>
  `\`\`\`tsx\n${code
    .replace(/\{\/\* \/\/ ! \*\/\}$/gm, '{/* ← here */}')
    .replace(/\s*\/\/ !$/gm, ' // ← here')
    .trimEnd()}\n\`\`\``;

const optionLine = ([name, option]: [string, { default: unknown; description: string }]): string =>
  `\`${name}\` (default \`${JSON.stringify(option.default)}\`): ${option.description}`;

/** What the policy may say once for all. */
function declaration(id: string): string[] {
  const said = declared[id];
  if (!said) return [];
  return said.policy === '' ? [said.words] : [said.words, `\`\`\`json\n${said.policy}\n\`\`\``];
}

function suppression(id: string): string {
  const said = reasons[id];
  const example = `\`\`\`ts\n// data-ethics-disable-next-line ${id} -- reason: ${said?.good ?? '…'} -- until 2027-12-31\n\`\`\``;
  const bad = said ? `\n\nThat is a reason: somebody can check it. "${said.bad}" is none.` : '';
  return `Where it is right as it stands, say why:\n\n${example}${bad}`;
}
