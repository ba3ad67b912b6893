/** Consent mode of Google's tag that begins with granted. */
import { NONE } from '../../ir';
import type { Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import type { StructureParts } from '../../structure';
import { argumentsOf, callsOf, textAt, type Code } from '../code';

/** What may be granted, and what it is for. */
const STORAGES: Record<string, string> = {
  ad_storage: 'advertising storage',
  ad_user_data: 'advertising storage',
  ad_personalization: 'advertising storage',
  analytics_storage: 'analytics storage',
};

/**
 * `gtag('consent', 'default', { ad_storage: 'granted' })` for everybody, not for regions where the law lets it be, nor where
 * somebody has said yes before it is told.
 */
export function grantedModes(code: Code, fn: number, reader: Reader, isAgreed: StructureParts['isAgreed']): Preset[] {
  const out: Preset[] = [];
  for (const call of callsOf(reader)) {
    const args = argumentsOf(reader, call);
    if (args.length < 3 || textAt(reader, args[0] ?? NONE) !== 'consent' || textAt(reader, args[1] ?? NONE) !== 'default')
      continue;
    const told = (name: string): readonly { value: unknown }[] => code.constants.of(fn, args[2], [name]);
    const granted = new Set(Object.keys(STORAGES).flatMap((name) => (isAlways(told(name), 'granted') ? [STORAGES[name]] : [])));
    if (granted.size === 0 || told('region').length > 0 || isAgreed(fn, call)) continue;
    const choice = [...granted].join(' and ').replace('storage and', 'and');
    out.push({ ...code.seen({ fn, ordinal: call }, 'gtag'), choice, form: 'consent-mode', confidence: 'high' });
  }
  return out;
}

/** Known, and never anything else: what waits for an answer has two values. */
const isAlways = (constants: readonly { value: unknown }[], wanted: string): boolean =>
  constants.length > 0 && constants.every((constant) => constant.value === wanted);
