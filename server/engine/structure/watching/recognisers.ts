/** Speech recognition of the browser: what is made by `new SpeechRecognition()` listens from `start()` on. */
import { Flag, Kind } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import { methodOf, type Code } from '../code';

const RECOGNISER = /SpeechRecognition$/;

export function startsRecogniser(code: Code, fn: number, reader: Reader, call: number): boolean {
  if (methodOf(reader, call) !== 'start' || !reader.module.names.some((name) => RECOGNISER.test(name))) return false;
  return code.trail.origins(fn, operandAt(reader, call, 0)).some((point) => isRecogniser(code, point.fn, point.ordinal));
}

/** Browsers have it under two names, so the class is often a choice between them. */
function isRecogniser(code: Code, fn: number, ordinal: number): boolean {
  const reader = code.trail.reader(fn);
  if (kindAt(reader, ordinal) !== Kind.Call || !(flagsAt(reader, ordinal) & Flag.New)) return false;
  return code.trail.origins(fn, operandAt(reader, ordinal, 0)).some((point) => {
    const own = code.trail.reader(point.fn);
    const last = point.path.at(-1) ?? code.nameOf(point.fn, point.ordinal)?.path.at(-1);
    return (
      RECOGNISER.test(last ?? '') ||
      (kindAt(own, point.ordinal) === Kind.Global && RECOGNISER.test(own.module.names[operandAt(own, point.ordinal, 0)] ?? ''))
    );
  });
}
