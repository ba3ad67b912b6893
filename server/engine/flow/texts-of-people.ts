/** Names that are a person's as a text: `phone: string`. What stands beside one says whether it is a person's after all. */
import type { Category } from '../category';
import type { Classifier } from '../classify';
import { NONE, type ModuleIR } from '../ir';
import type { Type } from '../link/types';
import { isPersonNoun, nounSort } from '../owners';
import { wordsOf } from '../words';
import { isUsedAsText, takersOf } from './usage';

export const isTextWord = ({ asText }: Category, name: string): boolean => asText?.includes(wordsOf(name).at(-1) ?? '') === true;

/** The generic category of a name that is enough for a text. */
export function textCategory(classifier: Classifier, name: string): Category | null {
  const found = classifier.name(name);
  return found && !found.specific && isTextWord(found.category, name) ? found.category : null;
}

export const isText = (type: Type): boolean =>
  type.kind === 'union' ? type.parts.some(isText) : type.kind === 'primitive' && type.name === 'string';

/**
 * The category of a variable or parameter that only its name and what stands beside it tell: it is a text by its declaration
 * or by use, or a person is in sight, and nothing there is a business's or a part of a layout.
 */
export function toldBeside(
  classifier: Classifier,
  module: ModuleIR,
  index: number,
  name: string,
  type: Type,
): { category: Category; isSure: boolean } | null {
  if (index === 0 || type.kind === 'function' || type.kind === 'object') return null;
  const category = textCategory(classifier, name);
  if (!category) return null;
  const around = namesAround(module, index);
  const ofPeople = around.variables.some((other) => other !== name && isOfPeople(classifier, other));
  if (!ofPeople && [...around.variables, ...around.functions].some(isOther)) return null;
  if (ofPeople || isText(type)) return { category, isSure: true };
  const isTold =
    around.functions.some(speaksOfPeople) || usesOf(module, index, name).some((use) => use === '' || speaksOfPeople(use));
  return isTold ? { category, isSure: false } : null;
}

/** Members beside one that say the same: `{ phone: string; email: string }`, not `{ phone: string; openingHours: string }`. */
export function toldByMembers(classifier: Classifier, members: Iterable<string>, name: string, type: Type): Category | null {
  const category = isText(type) ? textCategory(classifier, name) : null;
  if (!category) return null;
  const others = [...members].filter((other) => other !== name);
  return others.some((other) => isOfPeople(classifier, other)) || !others.some(isOther) ? category : null;
}

/** "email", "firstName", "otp": who has one is a person, or is about to prove to be one. */
const isOfPeople = (classifier: Classifier, name: string): boolean => {
  if (/^(otp|code|pin|verification_?code|customer_?name|guest_?name)$/i.test(name)) return true;
  const found = classifier.name(name);
  return (
    found?.specific === true && (found.category.identifies === 'direct' || found.category.id === 'credential') && !isOther(name)
  );
};

/** "openingHours", "companyName", "desktop": a business can be reached too, and a screen can be a phone's. */
const isOther = (name: string): boolean =>
  /^(website|logo|opening|slug|vat|kvk|desktop|tablet|laptop|breakpoint|hotline|store|branch)/i.test(name) ||
  wordsOf(name).some((word, at, words) => nounSort(word) === 'organisation' && !words.slice(0, at).some(isPersonNoun));

const speaksOfPeople = (name: string): boolean =>
  wordsOf(name).some(
    (word) => nounSort(word) === 'person' || /^(sms|otp|whatsapp|signup|signin|login|register|invite|verification)$/.test(word),
  );

interface Around {
  variables: readonly string[];
  functions: readonly string[];
}

/** Names of the variables and parameters of a function and of those around it, and of these functions. */
function namesAround({ functions }: ModuleIR, index: number): Around {
  const variables: string[] = [];
  const names: string[] = [];
  for (let at = index; at > 0; at = functions[at].parent) {
    const own = functions[at];
    names.push(own.name);
    for (const { name } of [...own.parameters, ...own.slots]) if (name !== '') variables.push(name);
  }
  return { variables, functions: names };
}

/** What is done with a variable: '' where it is treated as a text, else the name of a function that it is given to. */
function usesOf(module: ModuleIR, index: number, name: string): string[] {
  for (let at = index; at > 0; at = module.functions[at].parent) {
    const slot = module.functions[at].slots.findIndex((own) => own.name === name);
    if (slot !== NONE) return [...(isUsedAsText(module, at, slot) ? [''] : []), ...takersOf(module, at, slot)];
  }
  return [];
}
