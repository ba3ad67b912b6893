/** Secrets of people that every query of their model gives, because nothing leaves the column out by default. */
import { datumOf } from '../../data';
import { source } from '../../flow/labels';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt } from '../../link/reader';
import type { Datum } from '../../rule';
import type { OpenColumn } from '../../rule/structure';
import { makerOf } from '../answers';
import { argumentsOf, callsOf, entriesOf, flagAt, type Code, type Topic } from '../code';

const topic: Topic = (name) => /^(password|passwd|pass)_?(hash|digest)?$|^hashed_?password$|^password_?hash$/i.test(name);
const SECRET = /^(password|passwd|pass)_?(hash|digest)?$|^hashed_?password$/i;

export function openColumnsOf(code: Code): OpenColumn[] {
  const out: OpenColumn[] = [];
  const entities = code.modulesImporting((specifier) =>
    /^(typeorm|mongoose|@nestjs\/mongoose|@typegoose\/typegoose)$/.test(specifier),
  );
  const declaring = new Set(code.modulesWith(topic));
  for (const module of entities) {
    const ir = code.program.modules[module];
    // Whoever writes how the record is told to others has looked at this.
    if (ir.names.includes('toJSON') || ir.imports.some(({ imported }) => imported === 'Exclude')) continue;
    out.push(...columnsOf(code, module));
    if (declaring.has(module)) out.push(...schemasOf(code, module));
  }
  return out;
}

/** `@Entity() class Customer { @Column() password_hash: string }`. */
function columnsOf(code: Code, module: number): OpenColumn[] {
  const ir = code.program.modules[module];
  return ir.classes.flatMap((declared, index) => {
    const secrets = declared.decorators.filter(
      ({ member, parameter }) => member !== null && parameter < 0 && SECRET.test(member),
    );
    const maker = secrets.length === 0 ? NONE : makerOf(code, module, index);
    if (maker === NONE || code.classifier.owner(declared.name) !== 'person') return [];
    const reader = code.trail.reader(maker);
    return secrets.flatMap(({ member, value }): OpenColumn[] => {
      if (kindAt(reader, value) !== Kind.Call) return [];
      const name = code.calleeOf(maker, value)?.path.at(-1) ?? '';
      if (!/^(Column|Prop|prop)$/.test(name)) return [];
      const isLeftOut = argumentsOf(reader, value).some((arg) =>
        code.constants.of(maker, arg, ['select']).some((constant) => constant.value === false),
      );
      const place = ir.shapes[declared.shape]?.members.find((each) => each.name === member);
      if (isLeftOut || !place) return [];
      const at = { path: ir.path, start: place.start, end: place.end };
      return [
        {
          ...code.seen({ fn: maker, ordinal: value }, member!),
          at,
          symbol: declared.name,
          model: declared.name,
          column: secretOf(code, declared.name, member!),
        },
      ];
    });
  });
}

/** `new Schema({ password: { type: String, required: true } })`. */
function schemasOf(code: Code, module: number): OpenColumn[] {
  const out: OpenColumn[] = [];
  for (const fn of code.functions(module)) {
    const reader = code.trail.reader(fn);
    for (const call of callsOf(reader)) {
      if (!(flagsAt(reader, call) & Flag.New) || code.calleeOf(fn, call)?.path.at(-1) !== 'Schema') continue;
      const [fields] = argumentsOf(reader, call);
      if (fields === undefined || fields === NONE || kindAt(reader, fields) !== Kind.Object) continue;
      for (const { name, value } of entriesOf(reader, fields)) {
        if (!SECRET.test(name) || value === NONE) continue;
        const own = kindAt(reader, value) === Kind.Object ? entriesOf(reader, value) : [];
        if (own.some((entry) => entry.name === 'select' && flagAt(reader, entry.value) === false)) continue;
        out.push({ ...code.seen({ fn, ordinal: value }, name), model: 'the schema', column: secretOf(code, '', name) });
      }
    }
  }
  return out;
}

const secretOf = (code: Code, owner: string, name: string): Datum =>
  datumOf(
    code.classifier,
    source({
      category: 'credential',
      words: owner === '' ? name : `${owner}.${name}`,
      datum: 'field',
      trust: 3,
      fn: 0,
      ordinal: 0,
    }),
    name,
    name,
  );
