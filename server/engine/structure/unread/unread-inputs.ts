/** Inputs of a form whose values an action of the same file takes one by one, and leaves some. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { UnreadField } from '../../rule/structure';
import { argumentsOf, callsOf, functionOf, methodOf, slotOf, textAt, type Code, type PersonalOf, type Topic } from '../code';
import { attributesOf, elementsOf, tagOf } from '../markup';

export const inputTopic: Topic = (name) => name === 'formData' || name === 'FormData';

/**
 * `form.get('email')` of `await request.formData()`, beside `<input name="dateOfBirth">`.
 */
export function unreadInputs(code: Code, module: number, personal: PersonalOf): UnreadField[] {
  const read = new Set<string>();
  let forms = 0;
  const inputs: { fn: number; ordinal: number; name: string }[] = [];
  for (const fn of code.functions(module)) {
    const reader = code.trail.reader(fn);
    for (const call of callsOf(reader)) {
      const [first] = argumentsOf(reader, call);
      // A form that is handed on whole may be read anywhere.
      if (argumentsOf(reader, call).some((argument) => isForm(code, fn, reader, argument))) return [];
      if (!isForm(code, fn, reader, operandAt(reader, call, 0))) continue;
      const name = textAt(reader, first ?? NONE);
      if (!/^(get|getAll|has)$/.test(methodOf(reader, call)) || name === null) return [];
      forms++;
      read.add(name);
    }
    for (const element of elementsOf(reader)) {
      if (/^(form|Form)$/.test(tagOf(reader, element)) && sendsElsewhere(reader, element)) return [];
      if (!/^(input|select|textarea)$/i.test(tagOf(reader, element))) continue;
      const given = attributesOf(reader, element).find(({ name }) => name === 'name');
      const name = given ? textAt(reader, given.value) : null;
      if (name !== null) inputs.push({ fn, ordinal: element, name });
    }
  }
  if (forms === 0 || !inputs.some(({ name }) => read.has(name))) return [];
  return inputs.flatMap(({ fn, ordinal, name }): UnreadField[] => {
    const datum = read.has(name) ? null : personal(code, '', name);
    return datum ? [{ ...code.seen({ fn, ordinal }, name), datum, declared: 'form', required: false, confidence: 'high' }] : [];
  });
}

const sendsElsewhere = (reader: Reader, form: number): boolean =>
  attributesOf(reader, form).some(({ name, value }) => name === 'action' && textAt(reader, value) !== null);

/** A variable that holds what `formData()` gave, or a parameter of that name. */
function isForm(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (value === NONE || kindAt(reader, value) !== Kind.Load) return false;
  const { owner, slot } = slotOf(code.program, fn, reader, value);
  if (functionOf(code.program, owner).slots[slot].name === 'formData') return true;
  return code.trail.origins(fn, value).some((origin) => {
    const own = code.trail.reader(origin.fn);
    return kindAt(own, origin.ordinal) === Kind.Call && methodOf(own, origin.ordinal) === 'formData';
  });
}
