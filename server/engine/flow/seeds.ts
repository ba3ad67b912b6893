/** Where solving begins: functions whose names mention a person, personal data or a modelled origin. */
import { Term, NONE, Kind, EntryKind, Flag, type ModuleIR, type ShapeIR } from '../ir';
import type { Classifier } from '../classify';
import { someOf } from '../link/names';
import { isPersonNoun, ownerSort } from '../owners';
import { functionOf, type Program } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf } from '../link/reader';
import type { Matcher } from '../match';
import { isConstantName } from '../words';
import { ADDRESSEES, isTable, MAILBOX, SUBJECT } from './personal';
import { schemaNamesOf } from './schema-names';

export interface Seeds {
  /** Stand-alone functions (by number) of a module that mention something of interest, themselves or in a nested one. */
  roots(module: number): number[];
  /** Stand-alone functions that mention a function's name, in its module and the modules that import it. */
  mentioning(fn: number): number[];
  /** Stand-alone functions of a module that mention a name, as that of a member or a variable. */
  naming(module: number, name: string): number[];
  /** Stand-alone functions of a module that read a variable of it. */
  loading(module: number, slot: number): number[];
  /** Stand-alone functions of all modules in which a text stands, as the name of an event does. */
  saying(text: string): number[];
}

/** The names that each stand-alone function of a module uses, by its index; an import is -2 - its index. */
type Used = (Int32Array | null)[];

export function createSeeds(program: Program, classifier: Classifier, { origins, of }: Pick<Matcher, 'origins' | 'of'>): Seeds {
  const tables = program.modules.map(() => null as Used | null);

  const { names } = program;
  const speaks = new Map<string, boolean>();
  /** A name that is enough by itself: personal data by a specific name, or a person. Other names need one of them in sight. */
  const isTelling = (name: string): boolean => {
    const known = speaks.get(name);
    if (known !== undefined) return known;
    const found =
      classifier.personWords(name) &&
      (classifier.name(name)?.specific === true ||
        classifier.name(name)?.category.held?.includes(name) === true ||
        (classifier.owner(name) === 'person' && !isConstantName(name)));
    speaks.set(name, found);
    return found;
  };
  /** What reads an origin counts only where one is imported; elsewhere who reads it has to name an ambient one. */
  const hasOrigins = (ir: ModuleIR): boolean => ir.imports.some((entry) => origins.from(entry.specifier));

  /** Rows of a database whose table says by its name alone what it holds, and the variables named after it. */
  const tablesOf = (ir: ModuleIR): Set<string> =>
    new Set(
      ir.imports.flatMap(({ specifier, imported, local }) => {
        const found = classifier.name(imported);
        const own = local.charAt(0).toLowerCase() + local.slice(1);
        return found && isTable(specifier, found.category) ? [local, own] : [];
      }),
    );

  const isSchemaLibrary = (specifier: string): boolean =>
    of(specifier).some(({ kind }) => kind === 'validation' || kind === 'database');

  /** Declared types, schemas and tables with a telling member: whoever names one may hold a record. */
  const records = new Set(
    program.modules.flatMap((ir) =>
      ir.shapes
        .filter((shape) => holdsMore(shape) && shape.members.some(({ name, method }) => !method && isTelling(name)))
        .map((shape) => shape.name)
        .concat(schemaNamesOf(ir, isSchemaLibrary, isTelling)),
    ),
  );

  const isToken = names.oneOf(['token']);
  const isSubject = names.oneOf([SUBJECT, MAILBOX]);
  const isAddressee = names.oneOf(ADDRESSEES);
  const tells = names.test(isTelling, (word) => isPersonNoun(word) || classifier.maySpecify(word));
  const isRecord = names.oneOf(records);
  const keepsTokens = names.test(classifier.keepsTokens, classifier.mayKeepTokens);
  const isAmbient = names.oneOf(origins.ambients);
  const readsOrigin = names.oneOf(origins.names);
  /** What no name looks like is the text of a literal. */
  const isText = names.test((name) => name.length > 60 || /[\s:@#]/.test(name));

  const roots = (module: number): number[] => {
    const ir = program.modules[module];
    const withOrigins = hasOrigins(ir);
    const withTokens = someOf(names.of(module), isToken);
    const withMail = someOf(names.of(module), isSubject) || someOf(names.parameters(module), isSubject);
    const tables = tablesOf(ir);
    const isNamed = (name: number): boolean => tables.size > 0 && tables.has(names.texts[name]);
    const interests = (name: number): number =>
      tells(name) ||
      isRecord(name) ||
      isNamed(name) ||
      (withTokens && keepsTokens(name)) ||
      (withMail && isAddressee(name)) ||
      isAmbient(name) ||
      (withOrigins && readsOrigin(name))
        ? 1
        : 0;
    const interesting = (name: string): boolean =>
      isTelling(name) ||
      tables.has(name) ||
      (withTokens && classifier.keepsTokens(name)) ||
      records.has(name) ||
      origins.ambients.has(name) ||
      (withOrigins && origins.names.has(name));
    const bits = Uint8Array.from(names.of(module), (name) => (isText(name) ? 0 : interests(name)));
    let any = bits.includes(1);
    const imported = ir.imports.map(
      (entry) => !entry.typeOnly && (interesting(entry.imported) || origins.gives(entry.specifier, entry.imported)),
    );
    const owned = names.owned(module);
    const held = owned.subarray(1, 1 + ir.functions[0].slots.length).map(interests);
    for (const slot of statesOf(ir, bits)) held[slot] = 1;
    if (imported.includes(true) || held.includes(1)) any = true;
    let first = 0;
    const declares = ir.functions.some((own) => {
      const start = first;
      first += 1 + own.slots.length;
      return (
        someOf(owned, interests, start + 1, first) ||
        own.slots.some((slot) => slot.personal) ||
        own.parameters.some((parameter) => parameter.personal)
      );
    });
    if (!any && !declares && !someOf(names.parameters(module), interests)) return [];
    const terms = interestingTerms(ir, bits);
    // A field of a class that holds rows or records (`repository: Repository<User>`) is where its methods get them.
    const fields = new Set(
      ir.shapes.flatMap(({ kind, members }) =>
        kind === 'class'
          ? members.flatMap(({ term, name }) => (term >= 0 && terms[term] === 1 && !isMethod(ir, term) ? [name] : []))
          : [],
      ),
    );
    if (fields.size > 0) ir.names.forEach((name, at) => (bits[at] ||= fields.has(name) ? 1 : 0));
    const out = new Set<number>();
    first = 0;
    ir.functions.forEach((own, index) => {
      const next = first + 1 + own.slots.length;
      const isOwn = someOf(owned, interests, first, next) || own.slots.some((slot) => slot.personal);
      if (isOwn || mentions(ir, index, bits, imported, held, terms)) out.add(rootOf(ir, index));
      first = next;
    });
    return [...out].sort((a, b) => a - b).map((index) => program.base[module] + index);
  };

  const namesUsed = (module: number): Used => {
    const known = tables[module];
    if (known) return known;
    const ir = program.modules[module];
    const nameIndex = new Map(ir.names.map((name, at) => [name, at]));
    const sets: (Set<number> | undefined)[] = [];
    ir.functions.forEach((own, index) => {
      const set = (sets[rootOf(ir, index)] ??= new Set<number>());
      eachName(ir, index, nameIndex, (name) => set.add(name));
    });
    return (tables[module] = ir.functions.map((_, index) => (sets[index] ? Int32Array.from(sets[index]) : null)));
  };

  const mentioning = (fn: number): number[] => {
    const module = program.moduleOf[fn];
    const { name } = functionOf(program, fn);
    if (name === '' || name.length < 3) return [];
    const out: number[] = [];
    const number = names.numberOf(name);
    for (const other of [module, ...program.importers(module)]) {
      const index = names.of(other).indexOf(number);
      const local = program.modules[other].imports.findIndex((entry) => entry.imported === name || entry.local === name);
      if (index < 0 && local < 0) continue;
      namesUsed(other).forEach((used, root) => {
        if (used && (used.includes(index) || (local >= 0 && used.includes(-2 - local)))) out.push(program.base[other] + root);
      });
    }
    return out;
  };

  const using = (module: number, number: number): number[] => {
    const index = names.of(module).indexOf(number);
    if (index < 0) return [];
    return namesUsed(module).flatMap((used, root) => (used?.includes(index) ? [program.base[module] + root] : []));
  };
  const naming = (module: number, name: string): number[] => using(module, names.numberOf(name));
  const loading = (module: number, slot: number): number[] => {
    const ir = program.modules[module];
    const out = new Set<number>();
    ir.functions.forEach((_, index) => {
      if (index > 0 && loads(ir, index, slot)) out.add(program.base[module] + rootOf(ir, index));
    });
    return [...out];
  };
  const saying = (text: string): number[] => {
    const number = names.numberOf(text);
    return program.modules.flatMap((_, module) => using(module, number));
  };

  return { roots, mentioning, naming, loading, saying };
}

/**
 * A record holds more than it does; what does more than it holds is a service, as is a thing by its name that does anything,
 * and an enumeration holds nothing.
 */
function holdsMore({ kind, name, members }: ShapeIR): boolean {
  if (name === '' || kind === 'enum') return false;
  const methods = members.filter((member) => member.method).length;
  return 2 * methods <= members.length && (methods === 0 || ownerSort(name) !== 'thing');
}

const STATES: ReadonlySet<string> = new Set(['reactive', 'shallowReactive', 'ref', 'shallowRef', '$state', 'writable']);

/** Variables of the module that begin as `reactive({ email: '' })`: whoever mentions one has what is typed into it. */
function statesOf(ir: ModuleIR, bits: Uint8Array): number[] {
  const reader = readerOf(ir, 0);
  const isTelling = (object: number): boolean => {
    for (let n = 0; n < operandCount(reader, object); n += 3)
      if (operandAt(reader, object, n) === (EntryKind.Static as number) && bits[operandAt(reader, object, n + 1)] === 1)
        return true;
    return false;
  };
  const isState = (call: number): boolean => {
    const callee = operandAt(reader, call, 0);
    const argument = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
    if (callee < 0 || argument < 0 || kindAt(reader, callee) !== Kind.Global || kindAt(reader, argument) !== Kind.Object)
      return false;
    const name = operandAt(reader, callee, 0);
    const isImport = (flagsAt(reader, callee) & Flag.Import) !== 0;
    return STATES.has(isImport ? ir.imports[name].imported : ir.names[name]) && isTelling(argument);
  };
  const out: number[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store) continue;
    const value = operandAt(reader, i, 1);
    if (value >= 0 && kindAt(reader, value) === Kind.Call && isState(value)) out.push(operandAt(reader, i, 0));
  }
  return out;
}

/** The stand-alone function a nested one belongs to. */
export function rootOf(ir: ModuleIR, index: number): number {
  let at = index;
  while (at > 0) {
    const own = ir.functions[at];
    if (own.parent === 0 && (own.name !== '' || own.class !== NONE)) return at;
    at = own.parent;
  }
  return 0;
}

function mentions(
  ir: ModuleIR,
  index: number,
  bits: Uint8Array,
  imported: readonly boolean[],
  held: Int32Array,
  terms: Uint8Array,
): boolean {
  const own = ir.functions[index];
  if (own.parameters.some((parameter) => parameter.term >= 0 && terms[parameter.term] === 1)) return true;
  if (own.returns >= 0 && terms[own.returns] === 1) return true;
  let found = false;
  eachName(
    ir,
    index,
    null,
    (name) => {
      if (name === ANY || (name >= 0 ? bits[name] === 1 : imported[-2 - name])) found = true;
    },
    held,
  );
  if (found) return true;
  const end = ir.at[own.first + own.count];
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    if ((ir.code[word] & 0xff) === Kind.Cast && terms[ir.code[word + 2]] === 1) return true;
  }
  return false;
}

/** A module variable of interest is read or written. */
const ANY = -1e9;

/** Names a function's instructions use; an import is -2 - its index. */
function eachName(
  ir: ModuleIR,
  index: number,
  nameIndex: ReadonlyMap<string, number> | null,
  visit: (name: number) => void,
  loads?: Int32Array,
): void {
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    const flags = (ir.code[word] >> 8) & 0xff;
    switch ((ir.code[word] & 0xff) as Kind) {
      case Kind.Global:
        visit(flags & 1 ? -2 - ir.code[word + 1] : ir.code[word + 1]);
        break;
      case Kind.Get:
      case Kind.Set:
        if (!(flags & 2)) visit(ir.code[word + 2]);
        break;
      case Kind.Call:
        if (ir.code[word + 2] !== NONE) visit(ir.code[word + 2]);
        break;
      case Kind.Const:
        if (ir.code[word + 1] === 4) visit(ir.code[word + 2]);
        break;
      case Kind.Load: {
        const owner = ir.code[word + 2];
        if (owner === 0 && index !== 0 && loads?.[ir.code[word + 1]] === 1) visit(ANY);
        if (!nameIndex || (owner !== 0 && index !== 0)) break;
        const name = nameIndex.get(ir.functions[owner === NONE ? index : owner].slots[ir.code[word + 1]].name);
        if (name !== undefined) visit(name);
        break;
      }
      case Kind.Store:
        if (ir.code[word + 3] === 0 && index !== 0 && loads?.[ir.code[word + 1]] === 1) visit(ANY);
        break;
      case Kind.Object:
        for (let n = 0; n < ir.code[word] >>> 16; n += 3) {
          const kind = ir.code[word + 1 + n];
          if (kind !== EntryKind.Computed && kind !== EntryKind.Spread) visit(ir.code[word + 2 + n]);
        }
        break;
    }
  }
}

function loads(ir: ModuleIR, index: number, slot: number): boolean {
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16))
    if ((ir.code[word] & 0xff) === Kind.Load && ir.code[word + 1] === slot && ir.code[word + 2] === 0) return true;
  return false;
}

const isMethod = (ir: ModuleIR, term: number): boolean => ir.terms[ir.termStart[term]] === (Term.Function as number);

function interestingTerms(ir: ModuleIR, bits: Uint8Array): Uint8Array {
  const out = new Uint8Array(ir.termStart.length);
  const seedNames = new Set(ir.names.filter((_, i) => bits[i] === 1));
  for (let term = 0; term < ir.termStart.length - 1; term++) {
    const from = ir.termStart[term];
    const kind = ir.terms[from] as Term;
    if (kind === Term.Reference && bits[ir.terms[from + 1]] === 1) out[term] = 1;
    const first = kind === Term.Reference ? from + 2 : from + 1;
    if (kind === Term.TypeofValue && bits[ir.terms[from + 1]] === 1) out[term] = 1;
    if (kind === Term.Primitive || kind === Term.Literal || kind === Term.TypeofValue) continue;
    if (kind === Term.Object) {
      if (ir.shapes[ir.terms[from + 1]]?.members.some((member) => seedNames.has(member.name))) out[term] = 1;
      continue;
    }
    for (let k = first; k < ir.termStart[term + 1]; k++)
      if (ir.terms[k] >= 0 && ir.terms[k] < term && out[ir.terms[k]] === 1) out[term] = 1;
  }
  return out;
}
