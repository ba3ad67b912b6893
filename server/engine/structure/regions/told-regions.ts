/** Literals of a call that say where something is: options by name, lists of regions, constants of a provider, addresses. */
import { isRegionName, PLACES, regionNameIn, regionOf, regionOfMember, regionUnder } from '../../inventory/regions';
import { Kind, NONE } from '../../ir';
import { kindAt, type Reader } from '../../link/reader';
import type { Constant, Place } from '../../rule';
import { argumentsOf, entriesOf, extentOf, type Code, type Topic } from '../code';

export interface Told {
  /** Name of the option; '' for an argument that stands alone. */
  option: string;
  /** As the provider calls it, "us-east-1"; the literal itself when it has no such name. */
  literal: string;
  /** "us", in the words of a policy. */
  region: string;
  at: Place;
}

const OPTIONS: ReadonlySet<string> = new Set(PLACES);
/** Options that hold others: the group and what may say where in it. */
const GROUPS = new Map([['connectionPolicy', 'preferredLocations']]);

/** An address that tells a region. */
export const isAddress = (text: string): boolean => /^[a-z+]+:\/\//.test(text) && regionOf(text) !== '';
const isTelling = (text: string): boolean => isRegionName(text) || isAddress(text);

/** Names and texts without which no call of a module tells a region. */
export const mayTell: Topic = (name) => OPTIONS.has(name) || isTelling(name);

export function regionsIn(code: Code, fn: number, reader: Reader, call: number): Told[] {
  return argumentsOf(reader, call).flatMap((arg) => {
    if (arg === NONE) return [];
    if (kindAt(reader, arg) !== Kind.Object) return told(code, fn, reader, arg, '');
    return entriesOf(reader, arg).flatMap(({ name, value }) => {
      if (value === NONE) return [];
      const member = GROUPS.get(name);
      if (member !== undefined) return told(code, fn, reader, value, member, [member]);
      return OPTIONS.has(name) ? told(code, fn, reader, value, name) : [];
    });
  });
}

function told(code: Code, fn: number, reader: Reader, value: number, option: string, path: readonly string[] = []): Told[] {
  const kind = kindAt(reader, value);
  if (kind === Kind.Closure || kind === Kind.Element) return [];
  const found = toldBy(code.constants.of(fn, value, path), option);
  if (found.length > 0 || option === '') return found;
  const member = code.nameOf(fn, value);
  if (!member || member.specifier === '' || member.path.length < 2) return [];
  const literal = regionOfMember(member.path.at(-2)!, member.path.at(-1)!);
  return literal === '' ? [] : [{ option, literal, region: regionOf(literal), at: extentOf(code.program, fn, value) }];
}

/** Regions among constants; a list tells all of them. */
export function toldBy(constants: readonly Constant[], option: string): Told[] {
  return constants.flatMap(({ value, at, environment }) => {
    if (environment !== undefined) return [];
    if (Array.isArray(value)) return option === '' ? [] : toldBy(value, option);
    if (typeof value !== 'string' || (option === '' && !isTelling(value))) return [];
    const region = regionUnder(option, value);
    return region === '' ? [] : [{ option, literal: regionNameIn(value) || value, region, at }];
  });
}
