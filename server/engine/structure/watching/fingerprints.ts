/** Traits of a device that are joined into an id. */
import { Flag, Kind } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Capture } from '../../rule/structure';
import type { Beginning } from './begins';
import { callsOf, methodOf, namesAround, type Code } from '../code';

const TRAITS =
  /^(userAgent|hardwareConcurrency|deviceMemory|languages|plugins|platform|colorDepth|pixelDepth|timeZone|timezone|doNotTrack|maxTouchPoints|getParameter|toDataURL|fonts|cookieEnabled|vendor|oscpu|devicePixelRatio|getTimezoneOffset|AudioContext|OfflineAudioContext)$/;
const STRONG = /^(hardwareConcurrency|deviceMemory|plugins|getParameter|toDataURL|fonts|AudioContext|OfflineAudioContext)$/;
const HASHES = /^(sha256|sha1|md5|murmur\w*|hash\w*|digest|x64hash128|cyrb53|hashCode|xxhash\w*|createHash)$/i;

/** Four or more traits of a device, joined and hashed: an id that nobody can delete. */
export function fingerprint(code: Code, fn: number, reader: Reader, begins: () => Beginning): Capture | null {
  const traits = new Set<string>();
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind !== Kind.Get && kind !== Kind.Call) continue;
    const name =
      kind === Kind.Get
        ? flagsAt(reader, i) & Flag.Computed
          ? ''
          : reader.module.names[operandAt(reader, i, 1)]
        : methodOf(reader, i);
    if (TRAITS.test(name)) traits.add(name);
    if (
      kind === Kind.Get &&
      /^(width|height|availWidth|availHeight)$/.test(name) &&
      /screen/.test(code.nameOf(fn, operandAt(reader, i, 0))?.path.join('.') ?? '')
    )
      traits.add('screen');
  }
  if (traits.size < 4 || ![...traits].some((name) => STRONG.test(name))) return null;
  const begin = begins();
  for (const call of callsOf(reader)) {
    const name = methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? '');
    if (!HASHES.test(name) || begin === 'gesture') continue;
    return {
      ...code.seen({ fn, ordinal: call }, name),
      kind: 'fingerprint',
      begins: begin === 'effect' || begin === 'timer' ? begin : 'load',
      sent: true,
      confidence:
        namesAround(code.program, fn).some((each) => /fingerprint|device.?id|visitor/i.test(each)) || begin !== 'unknown'
          ? 'high'
          : 'medium',
    };
  }
  return null;
}
