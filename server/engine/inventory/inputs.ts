/** Inputs of forms: what a field of markup or of a form library asks a person for. */
import type { Classifier } from '../classify';
import { EntryKind, NONE } from '../ir';
import { operandAt, type Reader } from '../link/reader';
import { argumentsOf, hintOf, textOf } from './values';

export interface Input {
  name: string;
  autocomplete: string;
  type: string;
}

const INPUTS = /^(?:input|textarea|select)$|(?:Input|Field|Textarea|TextArea|Select|Controller)$/;
const NO_DATA = new Set(['checkbox', 'radio', 'submit', 'button', 'reset', 'image', 'search', 'hidden']);

export function inputOf(reader: Reader, i: number): Input | null {
  const tag = operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];
  if (!INPUTS.test(tag)) return null;
  const of = (name: string): string => attribute(reader, i, name) ?? '';
  const input = { name: of('name'), autocomplete: of('autoComplete') || of('autocomplete'), type: of('type') };
  if (NO_DATA.has(input.type) || (input.name === '' && input.autocomplete === '')) return null;
  return { ...input, name: input.name || input.autocomplete };
}

/** Tokens of the HTML standard, section "Autofill". */
const AUTOCOMPLETE: [RegExp, string][] = [
  [/\bemail\b/, 'email'],
  [/\btel\b|\btel-/, 'phone'],
  [/\bbday\b|\bbday-/, 'birth-date'],
  [/\b(?:given-name|family-name|additional-name|honorific-\w+)\b|^name$/, 'person-name'],
  [/\b(?:street-address|address-line\d|address-level\d)\b/, 'postal-address'],
  [/\bpostal-code\b/, 'postcode'],
  [/\bcc-/, 'card'],
  [/\bsex\b/, 'gender'],
  [/\b(?:current|new)-password\b/, 'credential'],
  [/\busername\b/, 'username'],
];

export function categoryOfInput(classifier: Classifier, { name, autocomplete, type }: Input): string | null {
  const told =
    AUTOCOMPLETE.find(([pattern]) => pattern.test(autocomplete))?.[1] ??
    { email: 'email', tel: 'phone', password: 'credential' }[type];
  if (told) return told;
  const last =
    name
      .split(/[.[\]]/)
      .filter(Boolean)
      .at(-1) ?? '';
  const found = classifier.name(last);
  return found?.specific ? found.category.id : null;
}

/** `register('email')` of a form library, `formData.get('email')`. */
export function registeredName(reader: Reader, i: number): string | null {
  const method = operandAt(reader, i, 1);
  const callee = operandAt(reader, i, 0);
  const name = method === NONE ? hintOf(reader, callee) : reader.module.names[method];
  const isForm = name === 'register' || (name === 'get' && method !== NONE && /form|^fd$/i.test(hintOf(reader, callee)));
  const [first] = argumentsOf(reader, i);
  return isForm && first !== undefined ? textOf(reader, first) : null;
}

function attribute(reader: Reader, i: number, name: string): string | null {
  for (let n = 0; n < operandAt(reader, i, 2); n++) {
    if (operandAt(reader, i, 3 + n * 3) === EntryKind.Spread || reader.module.names[operandAt(reader, i, 4 + n * 3)] !== name)
      continue;
    return textOf(reader, operandAt(reader, i, 5 + n * 3));
  }
  return null;
}
