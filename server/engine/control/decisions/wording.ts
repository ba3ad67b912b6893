/** What is said to somebody in their language is no decision about them. */
import { Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { chainOf, type Node } from '../influence/influence';
import type { Walking } from '../influence/steps';
import { alternativesOf } from '../parts';
import { BAD_NEWS } from './outcomes';
import { spaced } from './reasons';
import { verdictOf } from './verdict-names';
import type { Verdict } from './verdicts';

/** Settings, unlike what somebody learnt as a child. */
const SETTING = /(locale|lang|language)$/i;

/**
 * `pt ? 'Postura' : 'Posture'`: a language of somebody's choice chooses between texts, none of which is a verdict. Of a message that
 * goes out anyway, anything may choose the words: `isFemale ? 'rejected-f' : 'rejected-m'`.
 */
export function isWording({ bodies }: Walking, { name }: Verdict, { found, node }: Pick<Taken, 'found' | 'node'>): boolean {
  const isLanguage = SETTING.test(found.words) && found.category !== 'native-language';
  const isMessage = name === 'the message' && chainOf(node)[0].via === 'same';
  if (!isLanguage && !isMessage) return false;
  const first = chainOf(node).find(({ via }) => via === 'branch');
  const parent = first?.parent;
  if (!first || !parent) return false;
  const body = bodies.of(first.fn);
  const values =
    parent.fn === first.fn && body.kind(parent.ordinal) === Kind.Phi
      ? alternativesOf(body, parent.ordinal)
      : body.returns().map((at) => body.operand(at, 0));
  if (values.length < 2) return false;
  const [news, ...others] = values.map((value) => BAD_NEWS.test(spaced(body.text(value) ?? '')));
  if (isMessage && values.every((value) => body.text(value) !== null) && others.every((other) => other === news)) return true;
  return isLanguage && values.every((value) => isText(bodies.of, first, body, value));
}

function isText(of: (fn: number) => Body, { context }: Pick<Node, 'context'>, body: Body, i: number, depth = 4): boolean {
  if (i === NONE || depth === 0) return false;
  const text = body.text(i);
  if (text !== null) return verdictOf(text) === null;
  switch (body.kind(i)) {
    case Kind.Template:
      return true;
    case Kind.Phi:
      return alternativesOf(body, i).every((at) => isText(of, { context }, body, at, depth - 1));
    case Kind.Load: {
      const stores = body.operand(i, 1) === NONE ? body.reaching(i, body.operand(i, 0)) : [];
      return stores.length > 0 && stores.every((at) => isText(of, { context }, body, body.operand(at, 1), depth - 1));
    }
    case Kind.Param: {
      if (context?.callee !== body.fn) return false;
      const argument = of(context.call.fn).operand(context.call.ordinal, 4 + body.operand(i, 0));
      return isText(of, { context: context.parent }, of(context.call.fn), argument, depth - 1);
    }
    default:
      return false;
  }
}
