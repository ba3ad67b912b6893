/** Session recorders: what one takes down after its options, by what its vendor says about defaults. */
import { Kind, NONE } from '../../ir';
import type { Model, Recorder, RecorderSetting, Shown, Unmasking } from '../../model';
import { kindAt } from '../../link/reader';
import type { Recording } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, textAt, type Code, type Name, type Topic } from '../code';
import { elementsOf } from '../markup';
import { DEPTH, isMarked, shownBelow } from './recorded-elements';
import { optionOf } from '../options';

/** An attribute or a class, and the vendor it speaks to. */
type Opening = Unmasking & { vendor: string };

interface Known {
  model: Model;
  recorder: Recorder;
}

export function recordingsOf(code: Code, models: readonly Model[]): Recording[] {
  const known = models.flatMap((model) => (model.recorders ?? []).map((recorder) => ({ model, recorder })));
  const opening = models.flatMap(({ unmasks = [], vendor, title }) =>
    unmasks.map((each) => ({ ...each, vendor: vendor ?? title })),
  );
  const words = new Set(known.flatMap(({ model }) => Object.keys(model.ambient ?? {})));
  const opens: Topic = (name) => name.length < 200 && opening.some((each) => name.includes(each.name));
  const topic: Topic = (name) => words.has(name);
  const importing = code.modulesImporting((specifier) => known.some(({ model }) => isOf(model, specifier)));
  const out: Recording[] = [];
  for (const module of new Set([...code.modulesWith(topic), ...importing])) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) {
        const name = code.calleeOf(fn, call);
        const found = name && known.find((each) => starts(each, name));
        const recording = found && recordingAt(code, found, fn, call, name);
        if (recording) out.push(recording);
      }
    }
  }
  for (const module of code.modulesWith(opens)) for (const fn of code.functions(module)) out.push(...unmasked(code, opening, fn));
  return out;
}

const isOf = (model: Model, specifier: string): boolean =>
  model.packages.some((own) => (own.endsWith('/*') ? specifier.startsWith(own.slice(0, -1)) : own === specifier));

function starts({ model, recorder }: Known, name: Name): boolean {
  const path = name.path.join('.');
  if (name.specifier === '')
    return (
      Object.hasOwn(model.ambient ?? {}, name.path[0]) &&
      recorder.starts.some((start) => path === start || path.endsWith(`.${start}`))
    );
  return isOf(model, name.specifier) && recorder.starts.includes(path);
}

function recordingAt(code: Code, { model, recorder }: Known, fn: number, call: number, name: Name): Recording | null {
  const reader = code.trail.reader(fn);
  const args = argumentsOf(reader, call);
  if (recorder.command !== undefined && textAt(reader, args[0] ?? NONE) !== recorder.command) return null;
  const options = args[recorder.options] ?? NONE;
  const shown = new Map<Shown, string>(recorder.byDefault.map((what) => [what, '']));
  let confidence: Recording['confidence'] = 'high';
  for (const setting of recorder.settings) {
    const said = saidBy(code, fn, options, setting);
    if (said === 'shows') shown.set(setting.what, shown.get(setting.what) || setting.option);
    if (said === 'sometimes' && !shown.has(setting.what)) shown.set(setting.what, setting.option);
    if (said === 'sometimes' && confidence === 'high') confidence = 'medium';
    if (said === 'hides') shown.delete(setting.what);
    if (said === 'unknown' && recorder.byDefault.includes(setting.what)) confidence = 'low';
  }
  if (shown.size === 0) return null;
  const because = shown.get('inputs') ?? [...shown.values()][0];
  const place = because === '' ? { fn, ordinal: call } : placeOfOption(code, fn, options, because, call);
  return {
    ...code.seen(place, name.path.join('.') || model.title),
    extent: code.seen({ fn, ordinal: call }, '').extent,
    vendor: model.vendor ?? model.title,
    shows: [...shown.keys()],
    because,
    confidence,
  };
}

/** `maskAllText: !isTrusted` lays open under a condition what the default hides. */
type Said = 'shows' | 'sometimes' | 'hides' | 'nothing' | 'unknown';

function saidBy(code: Code, fn: number, options: number, setting: RecorderSetting): Said {
  const option = optionOf(code, fn, options, setting.option.split('.'));
  if (option.is === 'absent') return 'nothing';
  if (option.is === 'unknown') return 'unknown';
  if (option.is === 'either') return setting.shows?.includes(false) ? 'sometimes' : setting.hides === '*' ? 'hides' : 'unknown';
  if (option.is === 'built' && listed(code, fn, options, setting)) return 'shows';
  if (option.is === 'built') return setting.hides === '*' ? 'hides' : 'unknown';
  const values = option.constants.map(({ value }) => value);
  if (values.some((value) => setting.shows?.some((each) => each === value))) return 'shows';
  const { hides } = setting;
  if (hides === '*') return values.every((value) => value !== false) ? 'hides' : 'nothing';
  return values.every((value) => hides?.some((each) => each === value)) ? 'hides' : 'nothing';
}

/** An element of a list says it: the names of fields that are to be sent. */
function listed(code: Code, fn: number, options: number, { option, shows }: RecorderSetting): boolean {
  const lists = code.constants.of(fn, options, option.split('.')).map(({ value }) => (Array.isArray(value) ? value : []));
  return lists.some((list) => list.some(({ value }) => shows?.some((each) => each === value)));
}

/** The option's own line where it stands in the call or in an object of the same function, else the call. */
function placeOfOption(code: Code, fn: number, options: number, option: string, call: number): { fn: number; ordinal: number } {
  const [origin] = code.trail.origins(fn, options);
  if (!origin) return { fn, ordinal: call };
  const found = option.split('.').reduce<{ fn: number; ordinal: number } | null>((at, name) => {
    const reader = at && code.trail.reader(at.fn);
    if (!at || !reader || kindAt(reader, at.ordinal) !== Kind.Object) return null;
    const entry = entriesOf(reader, at.ordinal).find((each) => each.name === name);
    return entry ? { fn: at.fn, ordinal: entry.value } : null;
  }, origin);
  return found ?? { fn, ordinal: call };
}

/** Elements that an attribute or a class lays open, and that ask for or show something of a person. */
function unmasked(code: Code, opening: readonly Opening[], fn: number): Recording[] {
  const reader = code.trail.reader(fn);
  const out: Recording[] = [];
  for (const i of elementsOf(reader)) {
    const opened = opening.find(({ name }) => isMarked(reader, i, (word) => word === name));
    const shown = opened && shownBelow(code, fn, reader, i, opened.what, DEPTH);
    if (!shown) continue;
    const { vendor, name: because } = opened;
    const { at, told, what } = shown;
    out.push({ ...code.seen({ fn, ordinal: at }, told), vendor, shows: [what], because, confidence: 'high' });
  }
  return out;
}
