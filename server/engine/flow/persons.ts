/** Shapes that are a person's, whatever their types are called: an "ExamRow" with a student number and an email address. */
import type { Classifier } from '../classify';
import { isInert } from '../link/type-parts';
import type { Type } from '../link/types';
import { isMeasure } from '../owners';
import { isConstantName, wordsOf } from '../words';

/** Whether a declared shape says by its members alone that it is somebody. */
export function createPersons(classifier: Classifier): (type: Type) => boolean {
  const known = new WeakMap<Type, boolean>();
  return (type) => {
    if (type.kind !== 'object') return false;
    let found = known.get(type);
    if (found === undefined) {
      const held = [...type.members()].filter(([, member]) => !member.method && !isInert(member.type));
      const names = held.map(([name]) => name);
      found = areOfSomebody(classifier, names) || (!isOfProgram(type.name, names) && signsIn(classifier, names));
      known.set(type, found);
    }
    return found;
  };
}

/** `CreateTeamRequest { email; password; teamName }`: of whoever signs up. */
function signsIn(classifier: Classifier, members: readonly string[]): boolean {
  const categories = members.map((name) => classifier.name(name)?.category.id);
  return categories.includes('credential') && categories.includes('email') && members.length > 2;
}

/** How a program signs in to a server is nobody's. */
const isOfProgram = (name: string, members: readonly string[]): boolean =>
  /(Config|Configuration|Settings|Options|Env|Secrets|Credentials)$/i.test(name) || members.some((member) => SERVER.test(member));
const SERVER = /^(?:host|hostname|port|server|smtp\w*|imap\w*|database|api_?key|base_?url)$/i;

/** A part of a person's name, or a number or a date that only a person has beside a name or an address at which somebody is reached. */
export function areOfSomebody(classifier: Classifier, members: readonly string[]): boolean {
  if (members.some((name) => PART_OF_NAME.test(name))) return true;
  const categories = members.map((name) => classifier.name(name)?.category.id ?? '');
  const has = (...ids: string[]): boolean => ids.some((id) => categories.includes(id));
  const isNumbered = members.some((name, at) => isNumberOfPerson(name) || OWN.has(categories[at])) && !members.some(isOfCompany);
  return (isNumbered && has('email', 'phone', 'person-name')) || (has('birth-date') && has('email', 'phone'));
}

const PART_OF_NAME = /^(first|last|given|family|sur|maiden|birth)_?name$/i;

const OWN = new Set(['national-id', 'passport']);

/** "studentNumber", "patient_no"; a "contactNumber" is a telephone's, a "guestNumber" how many come. */
function isNumberOfPerson(name: string): boolean {
  const words = wordsOf(name);
  return words.length === 2 && REGISTERED.test(words[0]) && /^(number|no|nr|num)$/.test(words[1]);
}

const REGISTERED = /^(student|pupil|patient|employee|staff|member|applicant|candidate|voter|citizen|resident|insured|passenger)$/;

/** Numbers that companies have too. */
const isOfCompany = (name: string): boolean => /^(nif|rut|rfc|nip|sin)$/i.test(name);

/** Whether the name of a value of no known shape says that it is somebody. */
export function createPersonNames(classifier: Classifier): (name: string) => boolean {
  const persons = new Map<string, boolean>();
  return (hint) => {
    let found = persons.get(hint);
    if (found === undefined) {
      found =
        classifier.owner(hint) === 'person' &&
        !isMeasure(hint) &&
        !isConstantName(hint) &&
        !/^(is|has|can|should|show|hide|use|allow|enable|disable|require|collect|include|exclude|skip|ask|notify|track|no|on|set|handle|redirect|navigate|goto)[A-Z_ ]/.test(
          hint,
        ) &&
        // What somebody typed is a text.
        !/^user_?(?:input|text|query|prompt)$/i.test(hint) &&
        // "distinctIdUser" is an id.
        !/(?:[a-z]Id[A-Z]|_id_)[A-Za-z]+$/.test(hint) &&
        !/(Only|Enabled|Disabled|Required|Allowed|Visible|Loading|Flag)$/.test(hint);
      persons.set(hint, found);
    }
    return found;
  };
}
