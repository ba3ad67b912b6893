/** Cameras whose picture the person sees while they run, as in a mirror, and of which nothing is taken down unasked. */
import { NONE } from '../../ir';
import type { Reader } from '../../link/reader';
import type { Beginning } from './begins';
import { argumentsOf, callsOf, methodOf, type Code } from '../code';

const RECORDS = /^(start|startRecording|record|startRecorder|send|upload|emit)$/;
/** Takes a picture out of the stream, or looks at who is in it. */
const TAKES =
  /^(toDataURL|toBlob|getImageData|captureStream|takePhoto|grabFrame|getByteFrequencyData|getFloatTimeDomainData|detect(All|Single)?(Face|Faces|ForVideo)?|estimateFaces)$/;

export function isViewfinder(code: Code, begins: (fn: number) => Beginning, fn: number, reader: Reader, call: number): boolean {
  const [asked = NONE] = argumentsOf(reader, call);
  if (asked === NONE || !reader.module.names.includes('srcObject')) return false;
  const names = code.constants
    .of(fn, asked)
    .flatMap(({ value }) => (Array.isArray(value) ? value.map((name) => name.value) : []));
  return (
    names.includes('video') &&
    [...callsOf(reader)].every((other) => !RECORDS.test(methodOf(reader, other))) &&
    !isWatchedAlone(code, begins, code.program.moduleOf[fn])
  );
}

/** An effect, or a clock that an effect winds up, takes pictures of the stream, which no press of a button does. */
function isWatchedAlone(code: Code, begins: (fn: number) => Beginning, module: number): boolean {
  const { names, functions } = code.program.modules[module];
  if (!names.some((name) => TAKES.test(name))) return false;
  const base = code.program.base[module];
  const isAlone = (fn: number): boolean => {
    const begin = begins(fn);
    const { parent } = functions[fn - base];
    return begin === 'load' || begin === 'effect' || (begin === 'timer' && parent >= 0 && isAlone(base + parent));
  };
  return code.functions(module).some((fn) => {
    const reader = code.trail.reader(fn);
    return [...callsOf(reader)].some((call) => TAKES.test(methodOf(reader, call))) && isAlone(fn);
  });
}
