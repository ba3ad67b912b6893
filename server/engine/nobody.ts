/** Which data tell about no one: terms of a list with nobody beside them, keys of rows that the project itself keeps. */
import type { Classifier } from './classify';
import { nounSort } from './owners';
import type { Program } from './link/program';
import type { ProjectFacts } from './project';
import { remembering } from './remember';
import type { Datum } from './rule';
import { wordsOf } from './words';

/** The field of an index that a query looks into, `patient.drug.name:"…"`, is nobody's. */
const FIELD_OF_INDEX = /\b[a-z]\w*(?:\.\w+)+:/gi;
const speaksOfPerson = remembering((text: string): boolean =>
  wordsOf(text.replace(FIELD_OF_INDEX, ' ')).some((word) => nounSort(word) === 'person' || EXAMINED.has(word)),
);
/** Occasions on which somebody is examined: what is said there is said of one person. */
const EXAMINED = new Set(['appointment', 'consultation', 'intake', 'encounter', 'anamnesis', 'anamnese', 'triage', 'checkup']);

/**
 * The name of a drug is a word of a catalogue until somebody takes it: it is certain when it is read from a person, when
 * something that points to one goes along, or when the words around it speak of one.
 * @param around texts and names of fields in the call, names of functions
 */
export function withListed(classifier: Classifier, data: Datum[], around: () => readonly string[]): Datum[] {
  const isAlone = ({ category, kind, words }: Datum): boolean =>
    kind === 'field' && classifier.category(category)?.listed === true && !speaksOfPerson(words);
  if (!data.some(isAlone)) return data;
  const pointsAtOne = (datum: Datum): boolean =>
    datum.identifies === 'direct' || (!isAlone(datum) && speaksOfPerson(datum.words)) || speaksOfPerson(datum.at);
  if (data.some(pointsAtOne) || around().some(speaksOfPerson)) return data;
  return data.map((datum) => (isAlone(datum) ? { ...datum, confidence: 'low' } : datum));
}

const rows = new WeakMap<Program, ReadonlySet<string>>();

/** "deviceId" where the project keeps devices is the key of one, as a user's id is; so is the "healthInsuranceId" of a HealthInsuranceDto. */
export function isRowKey(program: Program, { schemas }: ProjectFacts, words: string): boolean {
  const phrase = wordsOf(words.slice(words.lastIndexOf('.') + 1));
  if (phrase.length < 2 || phrase[phrase.length - 1] !== 'id') return false;
  let known = rows.get(program);
  if (!known) rows.set(program, (known = rowsOf(program, schemas)));
  for (let first = phrase.length - 2; first >= 0; first--) if (known.has(phrase.slice(first, -1).join(' '))) return true;
  return false;
}

/** "src/models/Device.js", "device.entity.ts" */
const MODEL_FILE =
  /(?:(?:^|\/)(?:models?|entit(?:y|ies)|schemas?)\/([\w-]+)|(?:^|\/)([\w-]+)\.(?:model|entity|schema))\.[cm]?[jt]s$/;
/** Who imports this declares tables: its variables. */
export const TABLES = /^drizzle-orm\/\w+-core$/;
/** Say how a record is carried. */
const CARRIED = new Set(['dto', 'entity', 'model', 'record', 'schema', 'document', 'doc', 'row']);

/** What the project declares as records with a key of their own: words of their names. */
function rowsOf({ modules }: Program, schemas: ProjectFacts['schemas']): ReadonlySet<string> {
  const out = new Set<string>();
  const add = (name: string): void => {
    const words = wordsOf(name).filter((word) => word.length > 1);
    out.add((words.length > 1 && CARRIED.has(words[words.length - 1]) ? words.slice(0, -1) : words).join(' '));
  };
  for (const { path, shapes, imports, functions } of modules) {
    const [, inFolder, bySuffix] = MODEL_FILE.exec(path) ?? [];
    if (inFolder ?? bySuffix) add(inFolder ?? bySuffix);
    if (imports.some(({ specifier }) => TABLES.test(specifier))) for (const { name } of functions[0].slots) add(name);
    for (const { name, members, kind } of shapes)
      if ((kind === 'interface' || kind === 'class' || kind === 'alias') && name !== '' && members.some(isKey)) add(name);
  }
  for (const { text } of schemas) for (const [, name] of text.matchAll(/^\s*(?:model|type)\s+(\w+)\s*\{/gm)) add(name);
  return out;
}

const isKey = ({ name }: { name: string }): boolean => name === 'id' || name === '_id';
