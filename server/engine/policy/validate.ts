import type { Node } from 'jsonc-parser';
import { namedHost } from '../hosts';
import type { Known } from './known';
import { didYouMean } from './nearest';
import type { ConfigError, Parsed } from './parse';
import { POLICY, SEVERITIES } from './table';
import type { Value } from './value';
import { isDay, isDuration } from './time';

/** Checks a parsed policy against the table. Returns what is right of it; every mistake becomes an error. */
export function validate(parsed: Parsed, known: Known, errors: ConfigError[]): unknown {
  const fail = (node: Node, message: string): undefined => {
    errors.push({ path: parsed.path, ...parsed.locate(node.offset), message });
    return undefined;
  };
  return check(parsed.root, POLICY, '', { known, fail });
}

interface Context {
  known: Known;
  fail(node: Node, message: string): undefined;
}

function check(node: Node, value: Value, name: string, context: Context): unknown {
  switch (value.type) {
    case 'later':
      return plain(node);
    case 'text':
      return node.type === 'string' ? node.value : expected(node, name, 'text', context);
    case 'text-or-null':
      return node.type === 'string' || node.type === 'null' ? node.value : expected(node, name, 'text or null', context);
    case 'host':
      return host(node, name, context);
    case 'number':
      return node.type === 'number' ? node.value : expected(node, name, 'a number', context);
    case 'flag':
      return node.type === 'boolean' ? node.value : expected(node, name, 'true or false', context);
    case 'either':
      if (node.type !== 'string' && node.type !== 'object') return expected(node, name, 'text or an object', context);
      return check(node, value.of[node.type === 'string' ? 0 : 1], name, context);
    case 'choice':
      return choice(node, name, value.of, context);
    case 'category':
      return category(node, name, value.groups ?? false, context);
    case 'day':
      return when(node, name, isDay, 'a day such as "2026-10-01"', context);
    case 'duration':
      return when(node, name, isDuration, 'a time such as "24 months" or "until account-deletion + 30 days"', context);
    case 'text-or-list':
      if (node.type === 'string') return node.value;
      if (node.type !== 'array') return expected(node, name, 'text or a list of texts', context);
      return list(node, { type: 'text', words: '' }, name, context);
    case 'list':
      if (node.type !== 'array') return expected(node, name, `a list of ${plural(value.of)}`, context);
      return list(node, value.of, name, context);
    case 'rule':
      return ruleEntry(node, name, context);
    case 'map':
      if (node.type !== 'object') return expected(node, name, 'an object', context);
      return map(node, value, name, context);
    case 'object':
      if (node.type !== 'object') return expected(node, name, 'an object', context);
      return object(node, value, name, context);
  }
}

function object(node: Node, value: Extract<Value, { type: 'object' }>, name: string, context: Context): unknown {
  const result: Record<string, unknown> = {};
  for (const { key, keyNode, valueNode } of properties(node)) {
    const of = Object.hasOwn(value.keys, key) ? value.keys[key] : undefined;
    if (Object.hasOwn(result, key)) context.fail(keyNode, `'${join(name, key)}' is written twice. Keep one of them.`);
    if (of) assign(result, key, check(valueNode, of, join(name, key), context));
    else if (value.open) assign(result, key, plain(valueNode));
    else context.fail(keyNode, `Unknown key '${join(name, key)}'.${didYouMean(key, Object.keys(value.keys))}`);
  }
  for (const key of value.required ?? []) {
    if (!node.children?.some((child) => child.children?.[0]?.value === key)) {
      context.fail(node, `'${name}' needs the key '${key}'.`);
    }
  }
  return result;
}

function map(node: Node, value: Extract<Value, { type: 'map' }>, name: string, context: Context): unknown {
  const result: Record<string, unknown> = {};
  for (const { key, keyNode, valueNode } of properties(node)) {
    const ids =
      value.keys === 'rule'
        ? context.known.rules.map((rule) => rule.id)
        : value.keys === 'category'
          ? context.known.categories
          : [];
    if (value.keys && !ids.includes(key)) {
      context.fail(keyNode, `Unknown ${value.keys} '${key}' in '${name}'.${didYouMean(key, ids)}`);
      continue;
    }
    if (Object.hasOwn(result, key)) context.fail(keyNode, `'${join(name, key)}' is written twice. Keep one of them.`);
    assign(result, key, check(valueNode, value.of, value.keys === 'rule' ? key : join(name, key), context));
  }
  return result;
}

function list(node: Node, of: Value, name: string, context: Context): unknown[] {
  return (node.children ?? [])
    .map((item, index) => check(item, of, `${name}[${index}]`, context))
    .filter((item) => item !== undefined);
}

function choice(node: Node, name: string, of: readonly string[], context: Context): unknown {
  if (of.includes(node.value as string)) return node.value;
  const hint = node.type === 'string' ? didYouMean(node.value as string, of) : '';
  return context.fail(node, `'${name}' must be ${alternatives(of)}, not ${shown(node)}.${hint}`);
}

function host(node: Node, name: string, context: Context): unknown {
  const named = node.type === 'string' ? namedHost(node.value as string) : '';
  return named || expected(node, name, 'a host such as "api.example.org" or "*.example.org"', context);
}

function category(node: Node, name: string, groups: boolean, context: Context): unknown {
  if (node.type !== 'string') return expected(node, name, 'a category id', context);
  const ids = groups ? [...context.known.categories, ...Object.keys(context.known.groups ?? {})] : context.known.categories;
  if (ids.includes(node.value as string)) return node.value;
  return context.fail(node, `Unknown category '${node.value}' in '${name}'.${didYouMean(node.value as string, ids)}`);
}

/** What somebody has yet to decide is valid, and a finding of `incomplete-policy`. */
function when(node: Node, name: string, isValid: (text: string) => boolean, what: string, context: Context): unknown {
  if (node.type === 'string' && (/^TODO\b/.test(node.value as string) || isValid(node.value as string))) return node.value;
  return expected(node, name, what, context);
}

function ruleEntry(node: Node, id: string, context: Context): unknown {
  if (node.type === 'string') return choice(node, id, SEVERITIES, context);
  const [severityNode, optionsNode, ...more] = node.type === 'array' ? (node.children ?? []) : [];
  if (!severityNode || more.length) return expected(node, id, 'a severity, or [severity, { options }]', context);
  const severity = choice(severityNode, id, SEVERITIES, context);
  if (!optionsNode) return severity;
  if (optionsNode.type !== 'object') return expected(optionsNode, `options of ${id}`, 'an object', context);
  const names = Object.keys(context.known.rules.find((rule) => rule.id === id)?.options ?? {});
  for (const { key, keyNode } of properties(optionsNode)) {
    if (!names.includes(key)) context.fail(keyNode, `The rule '${id}' has no option '${key}'.${didYouMean(key, names)}`);
  }
  return severity === undefined ? undefined : [severity, plain(optionsNode)];
}

function properties(node: Node): { key: string; keyNode: Node; valueNode: Node }[] {
  return (node.children ?? []).flatMap(({ children }) => {
    const [keyNode, valueNode] = children ?? [];
    return keyNode && valueNode ? [{ key: keyNode.value as string, keyNode, valueNode }] : [];
  });
}

/** The value without positions. `__proto__` stays an ordinary key. */
function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value;
  const result: Record<string, unknown> = {};
  for (const { key, valueNode } of properties(node)) assign(result, key, plain(valueNode));
  return result;
}

function assign(result: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  Object.defineProperty(result, key, { value, enumerable: true, writable: true, configurable: true });
}

const expected = (node: Node, name: string, what: string, context: Context): undefined =>
  context.fail(node, `'${name}' must be ${what}, not ${shown(node)}.`);

const plural = (value: Value): string =>
  ({ text: 'texts', category: 'category ids', object: 'objects' })[value.type as 'text'] ?? 'values';
const join = (name: string, key: string): string => (name ? `${name}.${key}` : key);
const alternatives = (of: readonly string[]): string => `${of.slice(0, -1).join(', ')} or ${of.at(-1)}`;

function shown(node: Node): string {
  if (node.type === 'string') return `'${String(node.value).slice(0, 40)}'`;
  if (node.type === 'array') return 'a list';
  return node.type === 'object' ? 'an object' : String(node.value);
}
