import type { Engine, Frame } from '../../flow/frame';
import { Flag, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { WHOLE, holderOf, memberOfLibrary, typeOf, type LibraryValue } from '../../match';
import type { Model, Role } from '../../model';
import { libraryTargets } from '../../flow/targets';
import { callAt, type CallSite } from '../../flow/call-site';

export interface Known {
  model: Model;
  library: LibraryValue;
  /** "posthog.init", "gtag(config)", "new PostHog": a key of `model.consent.calls`. */
  key: string;
  role: Role;
  words: string;
}

/** Names that are too common to be an SDK where no import or declaration says so. */
const COMMON = new Set(['analytics', 'segment', 'heap', 'ga', 'client', 'tracker']);

/** The role of a call instruction, or null when no model knows it. */
export function roleOf(frame: Frame | null, engine: Engine, i: number): Known | null {
  if (!frame || kindAt(frame.reader, i) !== Kind.Call) return null;
  const call = callAt(frame, i);
  for (const target of librariesOf(call, engine)) {
    const isCommon = call.callee.targets.length === 0 && COMMON.has(target.words);
    const found = resolved(target, call.name, (call.flags & Flag.New) !== 0);
    const calls = found?.library.model.consent?.calls;
    if (!found || !calls) continue;
    // `ym(123, 'init')`: a tag that is one of several on a page says first which it is.
    const first = call.args[0]?.text ?? firstOfList(frame, i) ?? (found.library.ambient ? call.args[1]?.text : null);
    const named = first !== null && first !== undefined ? [`${found.key}(${first})`] : [];
    // `ga('create', …)`: where a name is too common, the command says what it is.
    const keys = isCommon ? named : [...named, found.key];
    const key = keys.find((each) => Object.hasOwn(calls, each));
    if (key !== undefined)
      return { model: found.library.model, library: found.library, key, role: calls[key], words: call.words };
  }
  return plugged(call);
}

/** `app.use(VueGtag, options)`: what is given starts with the application. */
function plugged(call: CallSite): Known | null {
  if (call.name !== 'use') return null;
  for (const target of call.args[0]?.targets ?? []) {
    if (target.kind !== 'library') continue;
    const { model, type } = target.value;
    if (model.consent?.plugins?.includes(type))
      return { model, library: target.value, key: 'use', role: 'starts', words: call.words };
  }
  return null;
}

/** The text that a list begins with: "trackEvent" of `_paq.push(['trackEvent', …])`. */
function firstOfList({ reader, values }: Frame, call: number): string | null {
  const list = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
  if (list === NONE || kindAt(reader, list) !== Kind.Array || operandCount(reader, list) < 2) return null;
  return values[operandAt(reader, list, 1)]?.text ?? null;
}

/** A function that the project itself declares under the name of a tag (`function gtag() { dataLayer.push(arguments); }`) is that tag. */
function librariesOf(call: CallSite, engine: Engine): LibraryValue[] {
  if (!call.callee.targets.some((target) => target.kind === 'function'))
    return libraryTargets(call, engine).map(({ value }) => value);
  const tag = call.name === '' ? engine.matcher.ambient(call.words) : null;
  return tag && !COMMON.has(tag.words) && typeOf(tag)?.call ? [tag] : [];
}

function resolved(of: LibraryValue, name: string, isNew: boolean): { library: LibraryValue; key: string } | null {
  if (name === '') return { library: of, key: keyOf(of.type, '', isNew) };
  const library = holderOf(of, name);
  const member = memberOfLibrary(library, name);
  if (!member) return null;
  if ('action' in member) return { library, key: keyOf(ownerOf(library, name), name, isNew) };
  return { library: member.type, key: keyOf(member.type.type, '', isNew) };
}

/** `import * as Clarity`: the package as a whole has its own functions, and what its main export has. */
function ownerOf({ type, model }: LibraryValue, name: string): string {
  if (type !== WHOLE) return type;
  const main = model.exports?.default;
  return main !== undefined && Object.hasOwn(model.consent?.calls ?? {}, `${main}.${name}`) ? main : 'module';
}

/** The module itself needs no name: `init` is a function of it however it was imported. */
function keyOf(type: string, member: string, isNew: boolean): string {
  if (isNew) return `new ${type.replace(/^class /, '')}`;
  if (member !== '') return type === 'module' ? member : `${type}.${member}`;
  return type.replace(/^module\./, '').replace(/\(\)$/, '');
}
