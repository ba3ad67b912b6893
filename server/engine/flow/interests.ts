/** Which names are worth solving a function for: people, personal data by a specific name, records, and modelled origins. */
import type { MemberIR, ModuleIR, ShapeIR } from '../ir';
import type { Category } from '../category';
import { isHeldWord, type Classifier } from '../classify';
import { someOf } from '../link/names';
import type { Program } from '../link/program';
import type { Matcher } from '../match';
import { isPersonNoun, ownerSort } from '../owners';
import { isConstantName, wordsOf } from '../words';
import { ADDRESSEES, MAILBOX, SUBJECT } from './addressees';
import { isTable } from './fits';
import { interestingTerms, isMethod } from './mentions';
import { typedInto } from './names';
import { areOfSomebody } from './persons';
import { schemaNamesOf } from './schema-names';
import { isTextWord } from './texts-of-people';

/** What is of interest in one module; some names are only beside others. */
export interface Interests {
  /** 1 for a name (by its number in the program) that is of interest. */
  of(name: number): number;
  /** The import brings something of interest. */
  imports(entry: ModuleIR['imports'][number]): boolean;
}

export type InterestsOf = (module: number) => Interests;

export function createInterests(
  { modules, names }: Program,
  classifier: Classifier,
  { origins, of }: Pick<Matcher, 'origins' | 'of'>,
): InterestsOf {
  const speaks = new Map<string, boolean>();
  /** A name that is enough by itself: personal data by a specific name, or a person. Other names need one of them in sight. */
  const isTelling = (name: string): boolean => {
    const known = speaks.get(name);
    if (known !== undefined) return known;
    const found =
      isTypedInto(name) ||
      (classifier.personWords(name) &&
        (classifier.name(name)?.specific === true ||
          isEnough(classifier.name(name)?.category, name) ||
          (classifier.owner(name) === 'person' && !isConstantName(name))));
    speaks.set(name, found);
    return found;
  };

  /** "emailRef": the element that an address is typed into. */
  const isTypedInto = (name: string): boolean => {
    const typed = typedInto(name);
    return wordsOf(typed).length < wordsOf(name).length && classifier.name(typed)?.specific === true;
  };

  /** Rows of a database whose table says by its name alone what it holds, and the variables named after it. */
  const tablesOf = (ir: ModuleIR): Set<string> =>
    new Set(
      ir.imports.flatMap(({ specifier, imported, local }) => {
        const found = classifier.name(imported);
        const own = local.charAt(0).toLowerCase() + local.slice(1);
        return found && isTable(specifier, found.category) ? [local, own] : [];
      }),
    );

  /** A member is declared personal, or the type itself is called what it is: `type Iban = string`. */
  const isDeclared = ({ kind, name, members }: ShapeIR): boolean =>
    members.some(({ personal }) => typeof personal === 'string') || (kind === 'alias' && isTelling(name));

  const isSchemaLibrary = (specifier: string): boolean =>
    of(specifier).some(({ kind }) => kind === 'validation' || kind === 'database');

  const tellsOfSomebody = (members: string[]): boolean =>
    members.some(isTelling) || (members.length > 1 && areOfSomebody(classifier, members));

  /** Declared types, schemas and tables with a telling member: whoever names one may hold a record. */
  const told = new Set(
    modules.flatMap((ir) =>
      ir.shapes
        .filter((shape) => holdsMore(shape) && (tellsOfSomebody(membersOf(shape)) || isDeclared(shape)))
        .map((shape) => shape.name)
        .concat(schemaNamesOf(ir, isSchemaLibrary, isTelling)),
    ),
  );
  /** And those that hold one of them: a "Waiver" with a climber. */
  const isTold = names.oneOf(told);
  const records = new Set([
    ...told,
    ...modules.flatMap((ir, module) => holdersOf(ir, Uint8Array.from(names.of(module), isTold))),
  ]);

  const isToken = names.oneOf(['token']);
  const isSubject = names.oneOf([SUBJECT, MAILBOX]);
  const isAddressee = names.oneOf(ADDRESSEES);
  const tells = names.test(isTelling, (word) => isPersonNoun(word) || classifier.maySpecify(word));
  const isRecord = names.oneOf(records);
  const keepsTokens = names.test(classifier.keepsTokens, classifier.mayKeepTokens);
  const isAmbient = names.oneOf(origins.ambients);
  const readsOrigin = names.oneOf(origins.names);

  return (module) => {
    const ir = modules[module];
    // What reads an origin counts only where one is imported; elsewhere who reads it has to name an ambient one.
    const withOrigins = ir.imports.some((entry) => origins.from(entry.specifier));
    const withTokens = someOf(names.of(module), isToken);
    const withMail = someOf(names.of(module), isSubject) || someOf(names.parameters(module), isSubject);
    const tables = tablesOf(ir);
    const isTable = (name: number): boolean => tables.size > 0 && tables.has(names.texts[name]);
    return {
      of: (name) =>
        tells(name) ||
        isRecord(name) ||
        isTable(name) ||
        (withTokens && keepsTokens(name)) ||
        (withMail && isAddressee(name)) ||
        isAmbient(name) ||
        (withOrigins && readsOrigin(name))
          ? 1
          : 0,
      imports: ({ typeOnly, specifier, imported }) =>
        !typeOnly &&
        (isTelling(imported) ||
          tables.has(imported) ||
          (withTokens && classifier.keepsTokens(imported)) ||
          records.has(imported) ||
          origins.ambients.has(imported) ||
          (withOrigins && origins.names.has(imported)) ||
          origins.gives(specifier, imported)),
    };
  };
}

/** Not by itself, but as a member of what is no thing, or as a text. */
const isEnough = (category: Category | undefined, name: string): boolean =>
  category !== undefined && (isHeldWord(category, name) || isTextWord(category, name));

const membersOf = ({ members }: ShapeIR): string[] => members.filter(({ method }) => !method).map(({ name }) => name);

/** Declared types with a member whose type names one of these (1 for each name of the module that does). */
function holdersOf(ir: ModuleIR, bits: Uint8Array): string[] {
  if (!bits.includes(1)) return [];
  const terms = interestingTerms(ir, bits);
  const holds = ({ term, method }: MemberIR): boolean => !method && term >= 0 && terms[term] === 1 && !isMethod(ir, term);
  return ir.shapes.filter((shape) => holdsMore(shape) && shape.members.some(holds)).map(({ name }) => name);
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
