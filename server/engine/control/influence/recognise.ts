/** Where a walk meets an attribute of a person: a member, a variable, a helper that asks for one. Types speak before names. */
import type { Attributes, Recognised } from '../../attributes';
import { Flag, Kind, NONE } from '../../ir';
import type { Member } from '../../link/types';
import type { AttributeClass } from '../../rule/dependence';
import { nameOf } from '../../link/type-parts';
import { isPersonNoun, ownerSort } from '../../owners';
import { wordsOf } from '../../words';
import type { Body, Spot } from '../bodies';
import { askedField } from './asked-fields';
import type { Node } from './influence';
import { lastName } from '../named';
import { onlyValueOf } from '../parts';
import { isKeptInBrowser } from './browser';
import { choiceInCookie } from './cookies';
import { factAt } from './facts';
import { isOfContract, isOfNoKin } from './written-sorts';
import { isState } from './kept-state';
import { askedInText, askedOf } from './queries';
import { MINUS, NO_MEMBER, taken, type Walking } from './steps';
import { createSomebody, isOld, recordOf } from './somebody';
import { isOfGame } from './sport';
import { isFixed, isOfTable, isWritten } from './tables';
import type { Owners } from './owners';
import { memberOf } from '../../link/type-parts';

export interface Found extends Recognised {
  spot: Spot;
  /** "rider.homePostcode" */
  words: string;
  /** Whose it is, as type or variable; '' when nothing tells. */
  owner: string;
  /** The owner is surely a person. */
  ofPerson: boolean;
  /** A helper or a stored answer of that name: what it was asked about says it better, where it is known. */
  indirect: boolean;
  /** Only where it comes from says that it is a person's. */
  isLikely?: boolean;
  /** The text of a query selects people by it. */
  selects?: true;
  /** What is read below the attribute: "country" of a billing address. */
  below: readonly string[];
}

export interface Recogniser {
  at(node: Node): Found | null;
  /** A whole record that is handed on: its members that are attributes of the classes asked for. */
  membersOf(node: Node, classes: readonly AttributeClass[]): Found[];
}

export function createRecogniser(parts: Walking, attributes: Attributes, owners: Owners): Recogniser {
  const { bodies } = parts;
  const somebody = createSomebody(parts, attributes, owners);
  const { ownerOf, whose, nameAt, words, valueOf } = owners;

  const found = (node: Node, owner: string, name: string, part: Partial<Found> = {}): Found | null => {
    const seen = name === '' ? null : attributes.of(owner, name);
    if (!seen || OF_ROOMS.test(name) || (seen.category === 'disability' && isOfGame(parts, node, name))) return null;
    if (seen.category === 'family-members' && isOfNoKin(valueOf(node.fn, node.ordinal)?.type)) return null;
    if (seen.title === 'segment' && isOfContract(valueOf(node.fn, node.ordinal)?.type)) return null;
    return {
      ...seen,
      spot: { fn: node.fn, ordinal: node.ordinal },
      words: words(node.fn, node.ordinal),
      owner,
      ofPerson: owner !== '' && ownerSort(owner) === 'person',
      indirect: false,
      below: node.path.filter((name) => name !== NO_MEMBER),
      ...part,
    };
  };

  const at = (node: Node): Found | null => {
    const choice = choiceInCookie(bodies, node);
    return (choice === '' ? null : found(node, '', choice)) ?? named(node);
  };

  const named = (node: Node): Found | null => {
    const body = bodies.of(node.fn);
    const i = node.ordinal;
    switch (body.kind(i)) {
      case Kind.Get: {
        const name = nameAt(body, i);
        const address = addressBehind(body, i);
        if (address !== NONE) return found(node, 'person', 'emailDomain', { owner: '', words: words(node.fn, address) });
        if (
          name === '' ||
          !attributes.mayBe(name) ||
          isWritten(parts, body, i) ||
          WISHES.test(name) ||
          WISHES.test(lastName(body, body.operand(i, 0)))
        )
          return null;
        const object = body.operand(i, 0);
        // `navigator.language`, `navigator.languages[0]`
        if (/^languages?$/.test(name) && lastName(body, object) === 'navigator')
          return found(node, '', 'browserLanguage', { words: words(node.fn, i) });
        const member = memberAt(node.fn, object, name);
        if (member?.personal === null || member?.method) return null;
        const owner = member?.owner && ownerSort(member.owner) !== 'unknown' ? member.owner : whose(node, object);
        const own = found(node, owner, name) ?? (isSent(body, object) ? sent(node, name) : null);
        if (own?.ofPerson) return own;
        // `facts.age` of which a premium is made.
        const isPayer = own === null && name === 'age' && ownerSort(owner) === 'unknown' && somebody.isPayer(body, 'age');
        if (!isPayer && !somebody.isRecord(node.fn, object, owner, name)) return own;
        const theirs = found(node, 'person', name);
        if (theirs) return isPayer ? { ...theirs, isLikely: true } : theirs;
        return own && { ...own, ofPerson: true };
      }
      case Kind.Global:
        return (
          inBrowser(node, body) ?? (body.has(i, Flag.Import) || isType(nameAt(body, i)) ? null : found(node, '', nameAt(body, i)))
        );
      case Kind.Param: {
        const own = body.reader.module.functions[body.index].parameters[body.operand(i, 0)];
        if (own?.personal === null || !own || isFixed(bodies, node)) return null;
        return memberBelow(node, body) ?? found(node, '', own.name, { indirect: true }) ?? amongOthers(node, own.name);
      }
      case Kind.Load: {
        const name = nameAt(body, i);
        const ofCase = inCase(node, body);
        if (ofCase) return ofCase;
        if (isType(name) || !attributes.mayBe(name) || isOfTable(parts, body, i) || isFixed(bodies, node)) return null;
        // How often a visitor looked is asked for by the visitor; how often anybody did says nothing of anybody.
        const kept = keyedByPerson(body, i) ? behaviour(found(node, 'user', name, { indirect: true })) : null;
        return kept ?? inBrowser(node, body) ?? found(node, '', name, { indirect: true }) ?? amongOthers(node, name);
      }
      case Kind.Call: {
        const name = nameAt(body, i);
        if (body.has(i, Flag.New)) return analyserOf(node, name);
        // `form.get('age')`
        if (name === 'get' && isSent(body, body.operand(i, 0))) return sent(node, body.text(body.operand(i, 4)) ?? '');
        const header = headerOf(body, i);
        if (header !== '') return found(node, '', header, { words: header });
        if (ACTS.test(name) || REACTS.test(name) || !attributes.mayBe(name)) return null;
        // `ageBracket(vehicleAge)`
        if (argumentNames(body, i, 0).some(isOfThing)) return null;
        const receiver = body.name(i, 1) === '' ? '' : ownerOf(node.fn, body.operand(i, 0));
        // `isAffluent(user)`; what a builder's method is given (`insert(…).returning({ id: users.id })`) is asked nothing.
        const isChained = body.name(i, 1) !== '' && body.kind(body.operand(i, 0)) === Kind.Call;
        if (isChained && !/^(is|has|get|calc)[A-Z_]/.test(name)) return null;
        // `viewCount(visitorId, hotel.id)`: how often that very visitor looked.
        const about = owners.aboutPerson(body, i) || (argumentNames(body, i).some(isPersonId) ? 'user' : receiver);
        return about === '' && recordOf(valueOf(node.fn, i)?.type) ? null : found(node, about, name, { indirect: true });
      }
      case Kind.Object:
        return (
          askedOf(body, node, (owner, name) => found(node, owner, name)) ??
          factAt(body, node, (owner, name) => found(node, owner, name))
        );
      case Kind.Const:
      case Kind.Template: {
        const attribute = (owner: string, name: string): Found | null => found(node, owner, name);
        return (body.kind(i) === Kind.Const ? askedOf(body, node, attribute) : null) ?? askedInText(body, node, attribute);
      }
      default:
        return null;
    }
  };

  /** How often the one who looks at the page did something. */
  const inBrowser = (node: Node, body: Body): Found | null => {
    const name = nameAt(body, node.ordinal);
    const own = attributes.mayBe(name, ['behaviour'])
      ? behaviour(found(node, 'user', name.replace('$', ''), { indirect: true }))
      : null;
    return own && !isOneOfSome(node, body) && isKeptInBrowser(parts, body, name) ? own : null;
  };

  /** `view === 'monthly'`: which of them is looked at, not how often. */
  const isOneOfSome = ({ fn, ordinal, via, parent }: Node, body: Body): boolean => {
    const type = valueOf(fn, ordinal)?.type;
    if (type?.kind === 'union' && type.parts.every((part) => part.kind === 'literal')) return true;
    if (via !== 'compare' || parent?.fn !== fn || body.kind(parent.ordinal) !== Kind.Binary) return false;
    return [1, 2].some((n) => body.text(body.operand(parent.ordinal, n)) !== null);
  };

  /** What a request or a form holds under a name without an owner is, as a rule, told by the person about herself. */
  const sent = (node: Node, name: string): Found | null => {
    const own = name === '' ? null : (found(node, '', name) ?? found(node, 'person', name));
    return own && own.category !== ''
      ? { ...own, owner: '', words: own.ofPerson ? name : own.words, isLikely: own.ofPerson }
      : own;
  };

  /** What is made is no attribute of anybody (`new CitizenDob(…)`); what `new Sentiment()` is asked tells of a feeling. */
  const analyserOf = (node: Node, name: string): Found | null => {
    const kind = name.replace(/(Intensity)?(Analy[sz]er|Detector|Classifier)$/, '');
    if (!attributes.mayBe(kind, ['emotion'])) return null;
    return found(node, '', kind.charAt(0).toLowerCase() + kind.slice(1), { words: name, indirect: true });
  };

  /** An `age` of nobody where others in sight say that a person is spoken of. */
  const amongOthers = (node: Node, name: string): Found | null => {
    if (attributes.mayBe(name) !== 'of-person') return null;
    const own = found(node, 'person', name, { owner: '', indirect: true });
    if (!own || own.category === '') return null;
    const body = bodies.of(node.fn);
    if (somebody.isBeside(body, own.category)) return { ...own, ofPerson: true };
    const isGiven = body.kind(node.ordinal) === Kind.Param;
    return (isGiven || isState(bodies, body, node.ordinal)) && somebody.isPayer(body, own.category)
      ? { ...own, isLikely: true }
      : null;
  };

  /** In the case of a field the value is that field's; an `age` is somebody's where an income is asked for as well. */
  const inCase = (node: Node, body: Body): Found | null => {
    const asked = askedField(body, node);
    const strength = asked && attributes.mayBe(asked.name);
    if (!asked || !strength) return null;
    const isSure = strength === 'sure' || asked.others.some((other) => attributes.mayBe(other) === 'sure');
    return isSure ? found(node, 'person', asked.name, { owner: '', words: asked.name, isLikely: true }) : null;
  };

  const memberAt = (fn: number, object: number, name: string): Member | null => {
    const value = valueOf(fn, object);
    return value ? memberOf(value.type, name) : null;
  };

  /** A parameter that is a record, of which a callee read one member. */
  const memberBelow = (node: Node, body: Body): Found | null => {
    const [name, ...below] = node.path;
    if (name === undefined || name.startsWith('!') || !attributes.mayBe(name)) return null;
    const type = valueOf(node.fn, node.ordinal)?.type;
    const member = type ? memberOf(type, name) : null;
    if (member?.personal === null || member?.method) return null;
    const own = nameAt(body, node.ordinal);
    if (WISHES.test(own)) return null;
    const typeName = type ? nameOf(type) : '';
    const owner =
      member?.owner || (typeName !== '' && ownerSort(typeName) !== 'unknown' ? typeName : ownerOf(node.fn, node.ordinal));
    return found(node, owner, name, { words: own === '' ? name : `${own}.${name}`, below });
  };

  /** `const views = await counter.incr(\`seen:${userId}\`)`: what is kept under a person's id is about that person. */
  const keyedByPerson = (body: Body, load: number): boolean => {
    if (body.operand(load, 1) !== NONE && body.operand(load, 1) !== body.index) return false;
    return body.reaching(load, body.operand(load, 0)).some((store) => {
      let value = body.operand(store, 1);
      while (value !== NONE && (body.kind(value) === Kind.Await || body.kind(value) === Kind.Cast))
        value = body.operand(value, 0);
      return value !== NONE && body.kind(value) === Kind.Call && argumentNames(body, value).some(isPersonId);
    });
  };

  const argumentNames = (body: Body, call: number, depth = 1): string[] => {
    const out: string[] = [];
    for (let n = 4; body.operand(call, n) !== NONE; n++) {
      const at = body.operand(call, n);
      out.push(qualified(body, at));
      const only = body.kind(at) === Kind.Load ? onlyValueOf(bodies, body, at) : { home: body, value: at };
      if (only === null) continue;
      const { home, value } = only;
      // `seenKey(userId, hotel.id)`
      if (home.kind(value) === Kind.Call && depth > 0) out.push(...argumentNames(home, value, depth - 1));
      if (home.kind(value) !== Kind.Template) continue;
      for (let k = 1; home.operand(value, k) !== NONE; k += 2) out.push(qualified(home, home.operand(value, k)));
    }
    return out;
  };

  const qualified = (body: Body, i: number): string =>
    body.kind(i) === Kind.Get ? `${nameAt(body, body.operand(i, 0))} ${nameAt(body, i)}` : nameAt(body, i);

  /** How often somebody did something; of anything else that is counted for a person it is not said what it is. */
  const behaviour = (own: Found | null): Found | null => (own?.classes.includes('behaviour') ? own : null);

  const membersOf = (node: Node, classes: readonly AttributeClass[]): Found[] => {
    const kind = bodies.of(node.fn).kind(node.ordinal);
    if (kind !== Kind.Load && kind !== Kind.Get && kind !== Kind.Param && kind !== Kind.Call) return [];
    if (node.path.length > 0 && !node.path[0].startsWith(MINUS)) return [];
    const type = recordOf(valueOf(node.fn, node.ordinal)?.type);
    if (!type) return [];
    const own = words(node.fn, node.ordinal);
    return [...type.members()].flatMap(([name, member]) => {
      if (member.method || member.personal === null || (node.path.length > 0 && taken(node.path[0], name))) return [];
      const owner = member.owner && ownerSort(member.owner) !== 'unknown' ? member.owner : type.name || own;
      const seen = attributes.of(owner, name);
      if (!seen?.classes.some((each) => classes.includes(each))) return [];
      const one = found({ ...node, path: [] }, owner, name, { words: `${own}.${name}` });
      return one ? [one] : [];
    });
  };

  return { at, membersOf };
}

/** A room is one, and a person uses one: `room.isWheelchair`. */
const OF_ROOMS = /^(is_?)?wheelchair_?(accessible|friendly|adapted|room)$|^is_?wheelchair$/i;

/** `filters.search`: what somebody looks for, field by field. */
const WISHES = /^(\w*[fF]ilters?|criteria|search(Params|Filters|Query)?)$/;

/** `email.split('@')[1]`: the address, of which only the domain is looked at; NONE for anything else. */
function addressBehind(body: Body, i: number): number {
  const call = body.operand(i, 0);
  if (call === NONE || body.kind(call) !== Kind.Call || body.name(call, 1) !== 'split') return NONE;
  if (body.text(body.operand(call, 4)) !== '@') return NONE;
  const key = body.has(i, Flag.Computed) ? body.operand(i, 1) : NONE;
  const isSecond = key === NONE ? body.name(i, 1) === '1' : body.kind(key) === Kind.Const && body.name(key, 1) === '1';
  const address = body.operand(call, 0);
  return isSecond && /e_?mail/i.test(lastName(body, address)) ? address : NONE;
}

/** The data of a request or a form. */
const isSent = (body: Body, i: number): boolean => {
  const name = i === NONE ? '' : lastName(body, i);
  // `creditScoreForm.age`; in a form about a vehicle another age is asked for.
  return SENT.test(name) || (FORM.test(name) && !wordsOf(name).some(isOld));
};
const SENT = /^(body|query|form|formData|fields|searchParams|formValue|answers)$/;
const FORM = /[a-z](Form|FormData|Answers|_form|_answers)$/;

/** `headers.get('user-agent')`, `getHeader(event, 'Referer')`: what a browser tells of its user; '' for any other call. */
function headerOf(body: Body, call: number): string {
  if (!HEADERS.test(lastName(body, call))) return '';
  for (let n = 4; n < 6 && body.operand(call, n) !== NONE; n++) {
    const name = TELLING.get((body.text(body.operand(call, n)) ?? '').toLowerCase());
    if (name !== undefined) return name;
  }
  return '';
}
const HEADERS = /^(get|header|getHeader|getRequestHeader)$/;
const TELLING = new Map([
  ['user-agent', 'userAgent'],
  ['referer', 'referrer'],
  ['referrer', 'referrer'],
  ['accept-language', 'browserLanguage'],
]);

/** A call of such a name does something, or asks whether a text is well formed. */
const ACTS =
  /^(plan|save|store|set|update|create|build|make|send|record|validate|parse|format|render|mask|hash|encrypt|log|track|delete|remove|register|submit|handle|process|apply|sync|queue|enqueue|export|import|add|insert|open|close|show|hide)([A-Z_]|$)|[vV]alid(?!Consent)/;

/** What a component keeps is no state that somebody lives in. */
const REACTS = /^use(State|Reducer|SyncExternalStore)$/;

/** "vehicleAgeYears", and no "vehicle driver". */
const isOfThing = (name: string): boolean => wordsOf(name).some(isOld) && !wordsOf(name).some(isPersonNoun);

/** Enums and classes are nobody's attribute. */
const isType = (name: string): boolean => /^[A-Z]/.test(name);

/** "userId", "customer id": an id of a person. */
const isPersonId = (name: string): boolean => {
  const words = wordsOf(name);
  return words[words.length - 1] === 'id' && words.slice(0, -1).some((word) => ownerSort(word) === 'person');
};
