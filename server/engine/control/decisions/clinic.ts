/**
 * Decisions that are medicine: what is good for a body turns on age, sex and illness. The evidence is what is spoken of where the
 * decision is made and where the attribute is read: patients and symptoms, measurements, advice in words of medicine. Whoever
 * chooses whom to insure, to lend to or to hire judges people by their bodies, in whatever words.
 */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import { hasWord, wordSet } from '../../words';
import type { Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { chainOf } from '../influence/influence';
import type { Walking } from '../influence/steps';
import { lastName } from '../named';
import { entriesOf, parameterOf } from '../parts';
import type { Verdict } from './verdicts';

const isBodily = ({ category, title, words }: Taken['found']): boolean =>
  BODILY.has(category) || (category === '' && BODILY.has(title)) || /smok|tobacco/i.test(words);
const BODILY = new Set(
  'age birth-date gender pregnancy diagnosis medication allergies-diet disability mental-health reproductive-sexual genetic'.split(
    ' ',
  ),
);
/** Names of functions, files and owners. */
const CLINIC = wordSet('patient clinic clinical trial triage symptom vaccine vaccination nurse hospital therapy');
/** Names of variables and members; that something belongs to a hospital, or is tried for a month, says nothing here. */
const TREATED = wordSet(
  'patient clinical triage symptom vaccine vaccination surgery surgical transfusion anesthesia anaesthesia comorbidity contraindication ' +
    'cholesterol systolic diastolic glucose',
);
/** What laboratories and devices measure. */
const MEASURED = wordSet('cholesterol hdl ldl systolic diastolic glucose hba1c creatinine bmi bmd');
/** Names of functions, files and owners that an insurer has as well. */
const OF_MEDICINE = wordSet(
  'medical medicine doctor physician diagnostic differential disease epidemiology epidemiological donor donation donate ' +
    'blood hemoglobin haemoglobin mortality longevity frailty',
);
/** In texts. */
const ADVISED = wordSet(
  'patient clinical medical surgical symptom therapy treatment physician doctor vaccine dose contraindicated screening supplementation',
);
const SELECTS = wordSet(
  'insurance insurer underwriting underwriter carrier decline premium policy quote coverage copay applicant application lead loan credit mortgage borrower ' +
    'claim claimant hire hiring recruitment candidate employee employer employment promotion salary tenant',
);

/** @param around names of functions, classes, files and calls around the decision and the attribute */
export function isClinical(
  parts: Walking,
  verdict: Verdict,
  { found, node }: Pick<Taken, 'found' | 'node'>,
  around: readonly string[],
): boolean {
  if (found.category === 'ethnicity') return isOfEquation(parts, verdict, { found, node }, around);
  if (!isBodily(found) || putsYoungFirst(parts, { found, node })) return false;
  if ([found.owner, found.words, ...around].some((name) => hasWord(CLINIC, name))) return true;
  if ([verdict.name, found.owner, ...around].some((name) => hasWord(SELECTS, name))) return false;
  if ([verdict.name, ...around].some((name) => hasWord(OF_MEDICINE, name)) || /differential/i.test(found.words)) return true;
  const functions = new Set([verdict.fn, ...chainOf(node).map(({ fn }) => fn)]);
  if (isMeasured(parts, verdict) || isMeasuredBeside(parts, verdict, { found, node })) return true;
  return [...functions].some((fn) => isOfTreatment(parts.bodies.of(fn)));
}

/** A coefficient for the origin beside what was measured, as equations for the risk of an illness have one; nobody is put in a row. */
function isOfEquation(
  parts: Walking,
  verdict: Verdict,
  { found, node }: Pick<Taken, 'found' | 'node'>,
  around: readonly string[],
): boolean {
  const names = [verdict.name, found.owner, found.words, ...around];
  return (
    !names.some((name) => hasWord(CLINIC, name) || hasWord(SELECTS, name)) && isMeasuredBeside(parts, verdict, { found, node })
  );
}

/** Patients in the order of their age, the youngest first: no symptom and no measurement is asked for. */
function putsYoungFirst({ bodies }: Walking, { found, node }: Pick<Taken, 'found' | 'node'>): boolean {
  const chain = chainOf(node);
  const at = chain.findIndex(({ via }) => via === 'comparator');
  if (at < 0 || chain.slice(at + 1).some(({ via }) => !/^(same|arithmetic|call)$/.test(via))) return false;
  const body = bodies.of(chain[at].fn);
  const { ordinal } = chain[at];
  if (body.kind(ordinal) !== Kind.Binary || OPERATORS[body.operand(ordinal, 0)] !== '-') return false;
  const first = ownerParameter(body, body.operand(ordinal, 1));
  if (first === NONE) return false;
  return (first === 0) === (found.category === 'age');
}

/** Position of the parameter that a value is read from. */
function ownerParameter(body: Body, i: number, depth = 8): number {
  if (i === NONE || depth === 0) return NONE;
  switch (body.kind(i)) {
    case Kind.Get:
    case Kind.Cast:
      return ownerParameter(body, body.operand(i, 0), depth - 1);
    case Kind.Call: {
      const receiver = body.operand(i, 0);
      const isOwn = body.name(i, 1) !== '' && ownerParameter(body, receiver, depth - 1) !== NONE;
      return ownerParameter(body, isOwn ? receiver : body.operand(i, 4), depth - 1);
    }
    case Kind.Unary:
      return ownerParameter(body, body.operand(i, 1), depth - 1);
    default:
      return parameterOf(body, i);
  }
}

/** The same function is given measurements of a body, or reads them: it says what is normal for whom. */
function isMeasured({ engine, bodies }: Walking, { fn }: Verdict): boolean {
  const body = bodies.of(fn);
  const { parameters } = body.reader.module.functions[body.index];
  const measure = (name: string): { specific: boolean } | null => {
    const seen = engine.classifier.name(name);
    return seen?.category.id === 'vitals-fitness' ? seen : null;
  };
  if (parameters.some(({ name }) => measure(name))) return true;
  for (let i = 0; i < body.reader.count; i++)
    if (body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && measure(body.name(i, 1))?.specific) return true;
  return false;
}

/** Two measurements of a body in the record that the attribute is read from, or in one of the functions on the way. */
function isMeasuredBeside(
  { engine, bodies, frames }: Walking,
  { fn }: Verdict,
  { found, node }: Pick<Taken, 'found' | 'node'>,
): boolean {
  const isMeasure = (name: string): boolean => {
    const seen = engine.classifier.name(name);
    return (seen?.specific === true && seen.category.id === 'vitals-fitness') || hasWord(MEASURED, name);
  };
  const areSeveral = (names: readonly string[]): boolean => new Set(names.filter(isMeasure)).size > 1;
  const { spot } = found;
  const body = bodies.of(spot.fn);
  const type = body.kind(spot.ordinal) === Kind.Get ? frames.of(spot.fn)?.values[body.operand(spot.ordinal, 0)]?.type : undefined;
  if (type?.kind === 'object' && areSeveral([...type.members().keys()])) return true;
  return [...new Set([fn, ...chainOf(node).map((at) => at.fn)])].some((of) => {
    const own = bodies.of(of);
    const { slots, parameters } = own.reader.module.functions[own.index];
    return areSeveral([...slots, ...parameters].map(({ name }) => name));
  });
}

/** A name of a treatment, or advice in two places. */
function isOfTreatment(body: Body): boolean {
  let advice = 0;
  for (let i = 0; i < body.reader.count; i++) {
    if (namesAt(body, i).some((name) => hasWord(TREATED, name))) return true;
    if (textsAt(body, i).some((text) => hasWord(ADVISED, text)) && ++advice > 1) return true;
  }
  return false;
}

function namesAt(body: Body, i: number): string[] {
  switch (body.kind(i)) {
    case Kind.Load:
      return [lastName(body, i)];
    case Kind.Get:
    case Kind.Set:
      return body.has(i, Flag.Computed) ? [] : [body.name(i, 1)];
    case Kind.Object:
      return entriesOf(body, i).map(({ name }) => name);
    default:
      return [];
  }
}

function textsAt(body: Body, i: number): string[] {
  if (body.kind(i) === Kind.Template) {
    const out: string[] = [];
    for (let n = 0; body.operand(i, n) !== NONE; n += 2) out.push(body.name(i, n));
    return out;
  }
  const text = body.text(i);
  return text === null ? [] : [text];
}
