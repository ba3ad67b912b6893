/** Declared shapes that are of a thing: the members beside a name say whose it is. */
import type { Category } from '../category';
import type { Classifier } from '../classify';
import { nameOf } from '../link/type-parts';
import type { Type } from '../link/types';
import { isPersonNoun } from '../owners';
import { wordsOf } from '../words';
import { areOfSomebody } from './persons';

/** The declared shape has a number that only what is made or traded has: a "candidate" with a ticker is a share. */
export const isGoods = (type: Type): boolean => type.kind === 'object' && GOODS.some((name) => type.members().has(name));
const GOODS = ['ticker', 'isin', 'sku', 'barcode', 'gtin', 'asin', 'ean'];

/** Whether a declared shape has the number under which a company is registered, beside nothing that only a person has. */
export function createRegistered(classifier: Classifier): (type: Type) => boolean {
  const known = new WeakMap<Type, boolean>();
  const isNumbered = (type: Type): boolean => {
    const names = namesIn(type);
    if (!names.some((name) => REGISTERED.test(name)) || areOfSomebody(classifier, names)) return false;
    return !names.some((name) => {
      const found = classifier.name(name);
      return found !== null && OF_PERSONS.has(found.category.group) && found.specific && !COMPANY_NAME.test(name);
    });
  };
  return (type) => {
    if (type.kind !== 'object') return false;
    let found = known.get(type);
    if (found === undefined) known.set(type, (found = isNumbered(type)));
    return found;
  };
}

const REGISTERED =
  /^(?:siret|siren|cnpj|company_?(?:registration_?)?(?:number|no)|kvk(?:_?(?:number|nummer))?|regon|handelsregister\w*)$/i;
const OF_PERSONS: ReadonlySet<string> = new Set(['name', 'birth-family', 'government-id', 'demographic']);

/** A thing has what the category names: the bus its plate, the company its tax number. */
export function isOfOthers(classifier: Classifier, type: Type, category: string): boolean {
  const others = classifier.category(category)?.others;
  return others !== undefined && type.kind === 'object' && OTHERS[others](classifier, type);
}

const OTHERS: Record<NonNullable<Category['others']>, (classifier: Classifier, type: Type) => boolean> = {
  /** Nobody who owns, drives or rents it is named. */
  fleet: (_classifier, type) => namesIn(type).length >= SHAPE && !namesIn(type).some((name) => wordsOf(name).some(isPersonNoun)),
  /** Beside its own name, unless somebody's stands there as well. */
  company: (classifier, type) =>
    namesIn(type).some((name) => COMPANY_NAME.test(name)) &&
    !areOfSomebody(classifier, namesIn(type)) &&
    !namesIn(type).some((name) => classifier.name(name)?.category.group === 'name' && !COMPANY_NAME.test(name)),
  /** A doctor's or a lawyer's, who may have another one for the road. */
  profession: (_classifier, type) =>
    namesIn(type).some((name) => PROFESSION.test(name)) &&
    !namesIn(type).some((name) => /^(driver|driving|vehicle|car)/i.test(name)),
  /** An advertisement, unless it names who applies. */
  vacancy: (classifier, type) =>
    isVacancy(nameOf(type)) &&
    namesIn(type).some((name) => /^(job_?)?title$|^position$|^role$/i.test(name)) &&
    !areOfSomebody(classifier, namesIn(type)) &&
    !namesIn(type).some((name) => !/ids?$/i.test(name) && wordsOf(name).some((word) => isPersonNoun(word) && word !== 'contact')),
};

/** What is open at hours is a business: where it is reached is no secret, unless somebody is named beside it. */
export const keepsHours = (classifier: Classifier, members: readonly string[]): boolean =>
  members.some((name) => HOURS.test(name)) && !areOfSomebody(classifier, members);

const HOURS = /^(?:opening|operating|business|store|shop)_?(?:hours|times)$/i;

const PROFESSION =
  /^(speciality|specialty|specialties|specialization|specialisation|specializations|medical_?school|bar_?number|bar_?association|npi(_?number)?|practice_?(area|name)s?|consultation_?fee|qualifications?)$/i;

/** "JobPosting", "JobFormData", "Vacancy"; a "JobApplication" is somebody's. */
function isVacancy(name: string): boolean {
  const what = wordsOf(name).filter((word) => !WRAPPING.test(word));
  return /^(job|vacancy|internship|stelle|stellenanzeige|vaga|vacante|empleo|offre)$/.test(what.at(-1) ?? '');
}

const WRAPPING = /^(form|data|value|input|dto|row|record|item|detail|posting|post|listing|advert|ad|opening|create|update|new)$/;

const namesIn = (type: Type): string[] => (type.kind === 'object' ? [...type.members().keys()] : []);

/** Members from which on a declared shape says all that is known of a thing. */
const SHAPE = 5;
const COMPANY_NAME = /^(company|business|organi[sz]ation|org|legal|trade|firm|vendor|supplier)_?(legal_?)?name$/i;
