/** Fields that a pattern or a length reaches, by a schema, a decorator, a form, a test. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import { makerOf } from '../answers';
import { argumentsOf, entriesOf, functionOf, methodOf, slotOf, textAt, type Code, type Spot } from '../code';
import type { Uses } from '../uses';

export interface FieldName {
  name: string;
  /** What the object of fields is called; '' when nobody says. */
  owner: string;
}

const OPTIONAL = /^(optional|nullish|nullable|notRequired|default)$/;
/** Keys of options under which a demand stands, beside the name of the field. */
const OPTIONS = /^(pattern|regex|value|rules|validate|matches|match|validation|format|validators)$/;
const POINTS = 60;

/** Fields that a demand reaches: `z.object({ lastName: Name })`, `register('lastName', { pattern })`, `@Matches(…) lastName`. */
export function fieldsOf(code: Code, uses: Uses, start: Spot): FieldName[] {
  const out: FieldName[] = [];
  const seen = new Set<string>();
  const queue = [start];
  for (const spot of queue) {
    if (seen.has(`${spot.fn}:${spot.ordinal}`) || seen.size > POINTS) continue;
    seen.add(`${spot.fn}:${spot.ordinal}`);
    const reader = code.trail.reader(spot.fn);
    out.push(...decorated(code, spot));
    for (const user of uses.of(spot.fn, spot.ordinal)) {
      const here = { fn: spot.fn, ordinal: user };
      switch (kindAt(reader, user)) {
        case Kind.Store: {
          const { owner, slot } = slotOf(code.program, spot.fn, reader, user);
          queue.push(...uses.loads(owner, slot));
          break;
        }
        case Kind.Object:
          for (const { name, value } of entriesOf(reader, user)) {
            if (value !== spot.ordinal) continue;
            if (OPTIONS.test(name)) queue.push(here);
            else out.push({ name, owner: holderOf(code, uses, here) });
          }
          break;
        case Kind.Call: {
          const method = methodOf(reader, user);
          if (OPTIONAL.test(method)) break;
          const tested = testedName(code, spot, reader, user);
          const registered = /register|field/i.test(method || calleeName(code, spot.fn, user))
            ? argumentsOf(reader, user)[0]
            : NONE;
          const text = registered === undefined ? null : textAt(reader, registered);
          if (tested !== '') out.push({ name: tested, owner: '' });
          else if (text !== null) out.push({ name: text, owner: '' });
          else if (!/^(test|exec|match|replace|object|strictObject|array|record|parse|safeParse)$/.test(method)) queue.push(here);
          break;
        }
        // `surname: ['', [Validators.required, Validators.pattern(…)]]`
        case Kind.Array:
          queue.push(here);
          break;
        default:
          break;
      }
    }
  }
  return out;
}

const calleeName = (code: Code, fn: number, call: number): string => {
  const reader = code.trail.reader(fn);
  const callee = operandAt(reader, call, 0);
  if (kindAt(reader, callee) !== Kind.Load) return code.calleeOf(fn, call)?.path.at(-1) ?? '';
  const { owner, slot } = slotOf(code.program, fn, reader, callee);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
};

/** What a pattern is tried on: `PATTERN.test(lastName)`, `form.lastName.match(PATTERN)`. */
function testedName(code: Code, spot: Spot, reader: Reader, call: number): string {
  const method = methodOf(reader, call);
  const value =
    method === 'test' || method === 'exec'
      ? (argumentsOf(reader, call)[0] ?? NONE)
      : method === 'match'
        ? operandAt(reader, call, 0)
        : NONE;
  if (value === NONE || value === spot.ordinal) return '';
  const named = functionOf(code.program, spot.fn).name.replace(
    /^(?:is_?)?(?:valid(?:ate)?|check|verify|is|assert)_?(?=[A-Z])/,
    '',
  );
  if (isParameter(code, spot.fn, reader, value) && code.classifier.name(named)) return named;
  if (kindAt(reader, value) === Kind.Get) return reader.module.names[operandAt(reader, value, 1)] ?? '';
  if (kindAt(reader, value) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, spot.fn, reader, value);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
}

/** `lastName: (value) => PATTERN.test(value)`: the only parameter of a function has what the function is called after. */
function isParameter(code: Code, fn: number, reader: Reader, value: number): boolean {
  const points = [{ fn, ordinal: value, path: [] }, ...(code.trail.back({ fn, ordinal: value, path: [] }) ?? [])];
  return points.some(({ fn: at, ordinal }) => at === fn && kindAt(reader, ordinal) === Kind.Param);
}

/** What an object of fields is called: "guest" of `guestSchema = z.object({ … })`. */
function holderOf(code: Code, uses: Uses, object: Spot, depth = 4): string {
  const reader = code.trail.reader(object.fn);
  for (const user of depth === 0 ? [] : uses.of(object.fn, object.ordinal)) {
    if (kindAt(reader, user) === Kind.Store) {
      const { owner, slot } = slotOf(code.program, object.fn, reader, user);
      return (functionOf(code.program, owner).slots[slot]?.name ?? '').replace(/(?:Schema|Input|Dto|Validator|Form)$/i, '');
    }
    if (kindAt(reader, user) === Kind.Call) return holderOf(code, uses, { fn: object.fn, ordinal: user }, depth - 1);
  }
  return '';
}

/** Members a decorator's value stands at; an optional one demands nothing. */
function decorated(code: Code, { fn, ordinal }: Spot): FieldName[] {
  const module = code.program.moduleOf[fn];
  const { classes, shapes } = code.program.modules[module];
  return classes.flatMap((declared, index) => {
    const own = declared.decorators.filter(
      ({ member, value, parameter }) => member !== null && value === ordinal && parameter < 0,
    );
    if (own.length === 0 || makerOf(code, module, index) !== fn) return [];
    return own.flatMap(({ member }) => {
      const isOptional = shapes[declared.shape]?.members.some((each) => each.name === member && each.optional);
      return isOptional ? [] : [{ name: member!, owner: declared.name.replace(/(?:Dto|Input|Form)$/, '') }];
    });
  });
}
