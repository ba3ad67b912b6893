/** Erasures that only set a flag, while records of the same kind are still handed out in bulk. */
import { Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { symbolOf } from '../../link/program';
import { ownerSort } from '../../owners';
import { extentOf, placeOf } from '../../places';
import type { HollowErasure } from '../../rule/consent';
import { wordsOf } from '../../words';
import { createBodies, type Body, type Spot } from '../bodies';
import { lastName, namesAround } from '../named';
import { entriesOf } from '../parts';
import type { TrackingParts } from './parts';
import { registrationOf } from '../influence/step-parameters';

const FLAG = /^(is_?deleted|deleted(_?at|_?on)?|deactivated(_?at)?|is_?active|active|archived(_?at)?|removed(_?at)?|status)$/i;
/** What is written beside a flag and clears nothing. */
const BESIDE = /^(updated|modified|changed)(_?(at|on|by))?$|^deleted_?by$/i;
const GONE = /^(deleted|removed|deactivated|inactive|archived|closed)$/i;
const WRITES = /^(update|updateOne|updateMany|findByIdAndUpdate|findOneAndUpdate)$/;
/** Something is taken away after all, or a job is left to do it. */
const CLEARS = /anonymi|pseudonymi|scrub|purge|erase|redact|wipe|enqueue|queue|schedule/i;
const DELETES = /^(delete|deleteOne|deleteMany|destroy|remove|findByIdAndDelete|findOneAndDelete)$/;
const ERASES =
  /^(delete|erase|forget|close|remove)(My|The|Own)?(Me|User|Account|Profile|Customer|Member|Person(al)?|Data)|erasure|rightToBeForgotten/i;
const PATH = /^\/(api\/)?(v\d\/)?(me|account|profile|users?|customers?|members?|erasure|gdpr)\b/i;
const FINDS = /^(findMany|findAll|find|scan|getAll|list)$/;
const HANDS_OUT = /^(export|csv|report|campaign|newsletter|mailing|digest|broadcast|audience|sync)/;
const handsOutBy = (name: string): boolean => name.length < 40 && wordsOf(name).some((word) => HANDS_OUT.test(word));

export function hollowErasuresOf({ control, frames, silent }: TrackingParts): HollowErasure[] {
  const { program, engine } = control;
  const bodies = createBodies(program);
  const walking = { program, engine, frames, bodies };
  const isFlag = program.names.test(
    (name) => FLAG.test(name),
    (word) => /^(delet|deactiv|activ|archiv|remov|status)/.test(word),
  );
  const isErasing = program.names.test(
    (name) => ERASES.test(name),
    (word) => /^(delet|eras|forget|clos|remov|right)/.test(word),
  );
  const isRoute = program.names.test((name) => name.startsWith('/') && name.length < 60 && PATH.test(name));
  const handsOut = program.names.test(handsOutBy, (word) => HANDS_OUT.test(word));

  const functionsOf = (wanted: (module: number) => boolean): Body[] =>
    program.modules.flatMap((ir, module) =>
      silent.has(module) || !wanted(module) ? [] : ir.functions.map((_, index) => bodies.of(program.base[module] + index)),
    );

  const erasureIn = (body: Body): string => {
    const named = namesAround(body).find((name) => ERASES.test(name));
    if (named) return `${named}()`;
    const at = registrationOf(walking, body.fn);
    if (!at) return '';
    const caller = bodies.of(at.fn);
    const path = caller.text(caller.operand(at.ordinal, 4)) ?? '';
    return caller.name(at.ordinal, 1) === 'delete' && PATH.test(path) ? `DELETE ${path}` : '';
  };

  const found: (HollowErasure & { record: string })[] = [];
  const isCandidate = (module: number): boolean =>
    someOf(program.names.of(module), isFlag) &&
    (someOf(program.names.owned(module), isErasing) || someOf(program.names.of(module), isRoute));
  for (const body of functionsOf(isCandidate)) {
    for (const call of callsOf(body)) {
      const record = WRITES.test(body.name(call, 1)) ? recordOf(body, call) : '';
      const flag = record === '' ? '' : onlyFlagIn(body, call);
      const erasure = flag === '' || keepsNothing(body, record) ? '' : erasureIn(body);
      if (erasure === '') continue;
      const at = placeOf(program, body.fn, call);
      const extent = extentOf(program, body.fn, call);
      found.push({ at, extent, symbol: symbolOf(program, body.fn), words: erasure, flag, record, path: [] });
    }
  }
  if (found.length === 0) return [];
  const handing = new Map<string, Spot>();
  for (const body of functionsOf((module) => someOf(program.names.owned(module), handsOut))) {
    if (!namesAround(body).some(handsOutBy) || mentionsFlag(body)) continue;
    for (const call of callsOf(body)) {
      const record = FINDS.test(body.name(call, 1)) ? recordOf(body, call) : '';
      if (record !== '' && !handing.has(record)) handing.set(record, { fn: body.fn, ordinal: call });
    }
  }
  return found.flatMap((erasure) => {
    const spot = handing.get(erasure.record);
    if (!spot) return [];
    return [
      {
        ...erasure,
        path: [
          { at: placeOf(program, spot.fn, spot.ordinal), words: `all of them are read here (${symbolOf(program, spot.fn)})` },
        ],
      },
    ];
  });
}

function callsOf(body: Body): number[] {
  const out: number[] = [];
  for (let i = 0; i < body.reader.count; i++) if (body.kind(i) === Kind.Call) out.push(i);
  return out;
}

/** "user" of `prisma.user.update()` and `User.updateOne()`; '' where the receiver is no kind of person. */
function recordOf(body: Body, call: number): string {
  const name = lastName(body, body.operand(call, 0));
  const sort = ownerSort(name);
  return sort === 'person' || sort === 'maybe' ? wordsOf(name).join(' ') : '';
}

/** The flag, where nothing but flags is written: `{ where, data: { deletedAt: new Date() } }`; '' else. */
function onlyFlagIn(body: Body, call: number): string {
  const last = [6, 5, 4].map((n) => body.operand(call, n)).find((value) => value !== NONE) ?? NONE;
  const data = entriesOf(body, last).find(({ name }) => /^(data|\$set)$/.test(name))?.value ?? last;
  const entries = entriesOf(body, data);
  const flags = entries.filter(({ name, value }) => FLAG.test(name) && saysGone(body, name, value));
  return flags.length > 0 && entries.every((entry) => flags.includes(entry) || BESIDE.test(entry.name)) ? flags[0].name : '';
}

function saysGone(body: Body, name: string, value: number): boolean {
  const text = body.kind(value) === Kind.Const ? body.name(value, 1) : '';
  if (/^status$/i.test(name)) return GONE.test(text);
  return /active$/i.test(name) && !/^deactiv/i.test(name) ? text === 'false' : text !== 'false' && !body.isNothing(value);
}

const keepsNothing = (body: Body, record: string): boolean =>
  callsOf(body).some((call) => {
    const name = body.name(call, 1);
    return (
      CLEARS.test(`${lastName(body, body.operand(call, 0))} ${name}`) || (DELETES.test(name) && recordOf(body, call) === record)
    );
  });

function mentionsFlag(body: Body): boolean {
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Get && FLAG.test(body.name(i, 1))) return true;
    if (body.kind(i) === Kind.Object && entriesOf(body, i).some(({ name }) => FLAG.test(name))) return true;
  }
  return false;
}
