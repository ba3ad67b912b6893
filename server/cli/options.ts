import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../engine/policy/nearest';
import { SEVERITIES } from '../engine/policy/table';
import type { Severity } from '../engine/rule';
import { formats } from '../report';
import { knownIds } from '../session/known';
import type { Shard } from './parts';

/** Short for a value, where that value may be given. */
const SHORT: Record<string, string> = { md: 'markdown' };

/** The value that was meant among those that may be given; '' when it is none of them. */
const meant = (value: string, values: string[]): string =>
  [value, SHORT[value] ?? ''].find((candidate) => values.includes(candidate)) ?? '';

/** An option with a fixed set of values and a hint for the nearest. */
export function oneOf(flags: string, words: string, values: string[]): Option {
  const short = Object.entries(SHORT).filter(([, value]) => values.includes(value));
  const shown = [words, ...short.map(([name, value]) => `${name} is short for ${value}`)].join('; ');
  const option = new Option(flags, shown).argParser((value) => {
    const known = meant(value, values);
    if (known !== '') return known;
    throw new InvalidArgumentError(`It must be one of ${values.join(', ')}.${didYouMean(value, values)}`);
  });
  option.argChoices = values;
  return option;
}

/** Collects a repeatable option. */
export function gather<T>(parse: (value: string) => T): (value: string, before: T[] | undefined) => T[] {
  return (value, before = []) => [...before, parse(value)];
}

export function ruleOption(value: string): [id: string, severity: Severity | 'off'] {
  const [id = '', severity = ''] = value.split('=');
  const ids = knownIds().rules.map((rule) => rule.id);
  if (!ids.includes(id))
    throw new InvalidArgumentError(`There is no rule '${id}'.${didYouMean(id, ids)} data-ethics rules lists them.`);
  const known = SEVERITIES.find((candidate) => candidate === severity);
  if (known) return [id, known];
  throw new InvalidArgumentError(`Write ${id}=error, =warning, =info or =off.${didYouMean(severity, SEVERITIES)}`);
}

export function outputOption(value: string): [format: string, file: string] {
  const at = value.indexOf('=');
  const [name, file] = at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
  const names = Object.keys(formats);
  const format = meant(name, names);
  if (format === '')
    throw new InvalidArgumentError(`There is no format '${name}'.${didYouMean(name, names)} Formats: ${names.join(', ')}.`);
  if (!file) throw new InvalidArgumentError(`Write ${format}=<file>, such as ${format}=data-ethics.${format}.`);
  return [format, file];
}

export function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

export function shardOption(value: string): Shard {
  const [, shard, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(value)?.map(Number) ?? [];
  if (shard !== undefined && of !== undefined && shard >= 1 && shard <= of) return { shard, of };
  throw new InvalidArgumentError('Write i/n, such as 2/3 for the second of three; i goes from 1 to n.');
}
