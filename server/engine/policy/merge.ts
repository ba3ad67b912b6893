/**
 * Lays a policy over the one it extends: objects merge key by key, lists of hosts, fields and
 * functions add up, and whatever else is written last wins.
 */
export function merge<T extends object>(base: T, over: T): T {
  const result = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(over)) result[key] = mergeValue(key, result[key], value);
  return result as T;
}

/** A list of these replaces the base's, because it says what to look at, not what is known. */
const REPLACED = new Set(['files', 'extends']);

function mergeValue(key: string, base: unknown, over: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(over) && !REPLACED.has(key) && !isRuleEntry(base, over)) {
    return [...base, ...over.filter((item) => typeof item === 'object' || !base.includes(item))];
  }
  if (isObject(base) && isObject(over)) return merge(base, over);
  return over;
}

/** `["warning", { … }]` is one setting, not a list. */
const isRuleEntry = (base: unknown[], over: unknown[]): boolean =>
  [base, over].every((entry) => typeof entry[0] === 'string') && (isObject(base[1]) || isObject(over[1]));
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
