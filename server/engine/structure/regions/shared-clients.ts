/**
 * A region that is told once for all clients of a package: `AWS.config.update({ region })`, `AWS.config.region = …`
 * (version 2 of Amazon's SDK, docs.aws.amazon.com/sdk-for-javascript/v2/developer-guide/setting-region.html, 2026-11-29).
 */
import type { SourceLabel } from '../../flow/values';
import { Flag, Kind } from '../../ir';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import { argumentsOf, callsOf, entriesOf, methodOf, type Code, type Spot } from '../code';
import { givenTo, type Arrivals } from '../clients';
import { toldBy, type Told } from './told-regions';
import type { Uses } from '../uses';

const PACKAGE = /^aws-sdk(\/|$)/;

export interface Shared {
  spot: Spot;
  told: Told;
  /** What the clients are given that are not told a region of their own. */
  labels: SourceLabel[];
}

export function sharedRegions(code: Code, uses: Uses, arrivals: Arrivals): Shared[] {
  const modules = code.modulesImporting((specifier) => PACKAGE.test(specifier));
  const settings = modules.flatMap((module) => code.functions(module).flatMap((fn) => settingsIn(code, fn)));
  if (settings.length === 0) return [];
  const labels = modules.flatMap((module) =>
    code.functions(module).flatMap((fn) => clientsIn(code, fn).flatMap((client) => givenTo(code, uses, arrivals, client))),
  );
  return settings.map((setting) => ({ ...setting, labels }));
}

function settingsIn(code: Code, fn: number): { spot: Spot; told: Told }[] {
  const reader = code.trail.reader(fn);
  const isConfig = (value: number): boolean => {
    const name = code.nameOf(fn, value);
    return name !== null && PACKAGE.test(name.specifier) && name.path.at(-1) === 'config';
  };
  const out: { spot: Spot; told: Told }[] = [];
  const add = (ordinal: number, value: number): void => {
    for (const told of toldBy(code.constants.of(fn, value), 'region')) out.push({ spot: { fn, ordinal }, told });
  };
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Call && methodOf(reader, i) === 'update' && isConfig(operandAt(reader, i, 0))) {
      const [given] = argumentsOf(reader, i);
      if (given === undefined || kindAt(reader, given) !== Kind.Object) continue;
      for (const { name, value } of entriesOf(reader, given)) if (name === 'region') add(i, value);
    }
    const isSet = kind === Kind.Set && !(flagsAt(reader, i) & Flag.Computed);
    if (isSet && reader.module.names[operandAt(reader, i, 1)] === 'region' && isConfig(operandAt(reader, i, 0)))
      add(i, operandAt(reader, i, 2));
  }
  return out;
}

/** `new AWS.S3()`, `new AWS.DynamoDB.DocumentClient()`. */
function clientsIn(code: Code, fn: number): Spot[] {
  const reader = code.trail.reader(fn);
  return [...callsOf(reader)].flatMap((call) => {
    const name = code.calleeOf(fn, call);
    if (!name || !PACKAGE.test(name.specifier) || name.path.at(-1) === 'update') return [];
    const [options] = argumentsOf(reader, call);
    const own =
      options !== undefined &&
      kindAt(reader, options) === Kind.Object &&
      entriesOf(reader, options).some((entry) => entry.name === 'region');
    return own ? [] : [{ fn, ordinal: call }];
  });
}
