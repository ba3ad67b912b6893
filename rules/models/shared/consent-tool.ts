import type { ConsentFacts, Model, Role } from '../../../server/engine/model';

interface Tool extends Pick<ConsentFacts, 'answers' | 'objections' | 'purposes' | 'events' | 'blocks'> {
  /** Ambient names of the tool. */
  ambient?: string[];
  packages?: string[];
  /** Calls from an ambient name or an export on: "OneTrust.AllowAll", "acceptCategory". */
  calls?: Record<string, Role>;
}

type Parts = Pick<Model, 'kind' | 'packages' | 'exports' | 'ambient' | 'types' | 'consent'>;

/** What a consent tool is made of: each ambient name and the package itself is a type, with the members that are called. */
export function consentTool({ ambient = [], packages = [], calls = {}, ...facts }: Tool): Parts {
  const types: Model['types'] = {};
  for (const name of ambient) types[name] = { members: membersOf(calls, `${name}.`) };
  if (packages.length > 0) types.module = { members: membersOf(calls, '') };
  return {
    kind: 'consent',
    packages,
    ...(packages.length > 0 ? { exports: { '*': 'module', default: 'module' } } : {}),
    ambient: Object.fromEntries(ambient.map((name) => [name, name])),
    types,
    consent: { ...facts, calls },
  };
}

function membersOf(calls: Record<string, Role>, before: string): NonNullable<Model['types'][string]['members']> {
  const names = Object.keys(calls)
    .filter((call) => call.startsWith(before))
    .map((call) => call.slice(before.length));
  return Object.fromEntries(names.filter((name) => !name.includes('.')).map((name) => [name, {}]));
}
