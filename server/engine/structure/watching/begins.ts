/** How a function comes to run: by an act of a person, or by itself. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import { makerOf } from '../answers';
import { OPENED, isAsked } from './capture-asks';
import { classOf } from '../clients';
import { argumentsOf, callsOf, entriesOf, functionOf, methodOf, slotOf, textAt, type Code, type Spot } from '../code';
import { attributesOf } from '../markup';
import type { Uses } from '../uses';

/** `gesture`: only by acts of a person. `unknown`: handed to somebody we cannot see, so nothing is said about it. */
export type Beginning = 'gesture' | 'load' | 'effect' | 'timer' | 'event' | 'unknown';

const DEPTH = 8;
const GESTURES =
  /^(click|dblclick|submit|pointerdown|pointerup|mousedown|mouseup|touchstart|touchend|tap|press|change|drop|paste|copy|contextmenu|dragstart|select|toggle)$/;
/** What happens to a page or an application without anybody asking for anything. */
const PASSIVE =
  /^(visibilitychange|scroll|mousemove|pointermove|mouseenter|mouseleave|resize|online|offline|beforeunload|pagehide|unload|freeze|resume)$/;
const STARTS =
  /^on(App|Page|Window|Document|Dom|DOM|Device|Extension|Plugin)?(Start|Started|Startup|Launch|Launched|Boot|Load|Loaded|Ready|Init|Installed)$/;
const EFFECTS =
  /^(useEffect|useLayoutEffect|useMount|useEffectOnce|onMounted|onBeforeMount|mounted|created|onMount|componentDidMount|ngOnInit|ngAfterViewInit|afterRender|useIsomorphicLayoutEffect|createEffect|watchEffect|useAsyncEffect|ionViewDidEnter|useFocusEffect)$/;
const ALONE = ['load', 'effect', 'timer', 'event'] as const;
const TIMERS = /^(setInterval|setTimeout|requestAnimationFrame|requestIdleCallback|useInterval|queueMicrotask)$/;
/** Callbacks that run where they are given. */
const IN_PLACE =
  /^(then|finally|map|forEach|filter|some|every|reduce|find|flatMap|catch|useCallback|useMemo|startTransition|batch|debounce|throttle|once|run|memo)$/;
const LIFECYCLE = /^(componentDidMount|ngOnInit|ngAfterViewInit|connectedCallback|mounted|created|onLoad|firstUpdated)$/;

export function createBeginnings(code: Code, uses: Uses): (fn: number) => Beginning {
  const memo = new Map<number, Beginning>();
  const of = (fn: number, depth: number): Beginning => {
    const known = memo.get(fn);
    if (known) return known;
    if (depth === 0) return 'unknown';
    memo.set(fn, 'unknown');
    const found = worked(fn, depth - 1);
    memo.set(fn, found);
    return found;
  };

  const worked = (fn: number, depth: number): Beginning => {
    const own = functionOf(code.program, fn);
    if (own.kind === 'module') return 'load';
    if (STARTS.test(own.name)) return 'load';
    if (own.class !== NONE && own.kind !== 'initializer' && isNamedAfterAct(own.name)) return 'gesture';
    if (own.class !== NONE && own.kind !== 'initializer')
      return LIFECYCLE.test(own.name) || isConstructed(fn, own.name) ? 'effect' : isTicked(fn, depth) ? 'timer' : 'unknown';
    const made = uses.made(fn);
    const found = made ? ofValue(made.fn, made.ordinal, depth) : 'unknown';
    // Named after an act: so it is, unless something else runs it in sight.
    return found === 'unknown' && isNamedAfterAct(own.name) ? 'gesture' : found;
  };

  const isNamedAfterAct = (name: string): boolean => /^(on|handle)[A-Z]/.test(name) && !EFFECTS.test(name);

  /** The constructor of a component or a service that the framework makes by itself. */
  const isConstructed = (fn: number, name: string): boolean => {
    if (name !== 'constructor') return false;
    const module = code.program.moduleOf[fn];
    const made = code.program.modules[module].classes[functionOf(code.program, fn).class];
    const maker = makerOf(code, module, functionOf(code.program, fn).class);
    if (!made || maker === NONE) return false;
    return made.decorators.some(
      ({ member, value }) =>
        member === null &&
        kindAt(code.trail.reader(maker), value) === Kind.Call &&
        /^(Component|Injectable|Directive|NgModule)$/.test(code.calleeOf(maker, value)?.path.at(-1) ?? ''),
    );
  };

  /** A method that a clock calls, whoever else does: `setInterval(() => this.tick(), 500)`. */
  const isTicked = (fn: number, depth: number): boolean => {
    const { name, class: own } = functionOf(code.program, fn);
    return code.functions(code.program.moduleOf[fn]).some((other) => {
      if (other === fn || classOf(code, other) !== own) return false;
      const reader = code.trail.reader(other);
      const calls = [...callsOf(reader)].some(
        (call) => methodOf(reader, call) === name && kindAt(reader, operandAt(reader, call, 0)) === Kind.This,
      );
      return calls && of(other, depth) === 'timer';
    });
  };

  /** Every way a function value is used must be known; the one without a person wins. */
  const ofValue = (fn: number, ordinal: number, depth: number): Beginning => {
    if (depth <= 0) return 'unknown';
    const found = uses.of(fn, ordinal).map((user) => ofUse(fn, ordinal, user, depth - 1));
    for (const alone of ALONE) if (found.includes(alone)) return alone;
    return found.length === 0 || found.includes('unknown') ? 'unknown' : 'gesture';
  };

  const ofUse = (fn: number, ordinal: number, user: number, depth: number): Beginning => {
    const reader = code.trail.reader(fn);
    const names = reader.module.names;
    switch (kindAt(reader, user)) {
      case Kind.Element: {
        const attribute = attributesOf(reader, user).find((each) => each.value === ordinal);
        return attribute && /^(on[A-Z:]|@|action$|formAction$|handle)/.test(attribute.name)
          ? /^on(Load|Mount|Init|Ready|Layout)$/.test(attribute.name)
            ? 'effect'
            : 'gesture'
          : 'unknown';
      }
      case Kind.Store: {
        const { owner, slot } = slotOf(code.program, fn, reader, user);
        const loads: readonly Spot[] = uses.loads(owner, slot);
        const found = loads.map((load) => ofValue(load.fn, load.ordinal, depth));
        for (const alone of ALONE) if (found.includes(alone)) return alone;
        return found.length === 0 || found.includes('unknown') ? 'unknown' : 'gesture';
      }
      case Kind.Cast:
      case Kind.Otherwise:
      case Kind.Phi:
        return ofValue(fn, user, depth);
      case Kind.Object: {
        const entry = entriesOf(reader, user).find((each) => each.value === ordinal);
        return entry && /^on[A-Z]/.test(entry.name) ? 'gesture' : 'unknown';
      }
      case Kind.Set:
        return /^on(click|submit|pointerdown|mousedown|touchstart|change|keydown)$/.test(names[operandAt(reader, user, 1)] ?? '')
          ? 'gesture'
          : /^on(load|readystatechange)$/.test(names[operandAt(reader, user, 1)] ?? '')
            ? 'load'
            : 'unknown';
      case Kind.Call:
        return ofCall(fn, ordinal, user, depth);
      default:
        return 'unknown';
    }
  };

  const ofCall = (fn: number, ordinal: number, call: number, depth: number): Beginning => {
    const reader = code.trail.reader(fn);
    const args = argumentsOf(reader, call);
    // The function itself is called here: it runs when this place runs.
    if (operandAt(reader, call, 0) === ordinal) return isAsked(code, fn, call, OPENED) ? 'gesture' : of(fn, depth);
    const name = code.calleeOf(fn, call)?.path.at(-1) ?? methodOf(reader, call);
    if (/^(addEventListener|on|listen|\$on|useEventListener|once)$/.test(name)) {
      const event = args.map((each) => textAt(reader, each)).find((text) => text !== null) ?? '';
      if (isPassive(fn, reader, call, event)) return 'event';
      return GESTURES.test(event) ? 'gesture' : /^(load|DOMContentLoaded|pageshow|ready)$/.test(event) ? 'load' : 'unknown';
    }
    if (EFFECTS.test(name)) return 'effect';
    if (TIMERS.test(name)) return of(fn, depth) === 'gesture' ? 'gesture' : 'timer';
    if (/^(useCallback|useMemo|debounce|throttle|memo|useEvent|useEffectEvent)$/.test(name)) return ofValue(fn, call, depth);
    if (IN_PLACE.test(name)) return of(fn, depth);
    return 'unknown';
  };

  /** The window comes to the front, the application is opened again: of a field, to be in front of a person is her act. */
  const isPassive = (fn: number, reader: Reader, call: number, event: string): boolean => {
    const on = code.nameOf(fn, operandAt(reader, call, 0))?.path.at(-1) ?? '';
    if (on === 'AppState') return true;
    return PASSIVE.test(event) || (/^(focus|blur)$/.test(event) && /^(window|document|globalThis|self)$/.test(on));
  };

  return (fn) => of(fn, DEPTH);
}
