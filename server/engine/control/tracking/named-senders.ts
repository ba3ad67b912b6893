/** Calls that by their name and address send a message, of functions whose code is out of sight: `sendTemplate('spring', user.email)`. */
import { Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Message } from '../../rule/consent';
import type { Control, Spot } from '../guards/control';
import { roleOf } from '../guards/roles';
import type { Objects } from './objects';

export interface NamedSending extends Spot {
  channel: Message['channel'];
  to: readonly Spot[];
}

const SENDS = /^(send|deliver|queue|enqueue|dispatch)\w*(mails?|sms|newsletters?|templates?|promos?|campaigns?)\w*$/i;
const DOES = /^(send|deliver|queue|enqueue)/i;
const CARRIER = /(mail(er|s|ing)?|sms|newsletters?)(service|client|queue|sender|provider)?$/i;
const ADDRESS =
  /^(to|recipients?|e?_?mails?|(user|customer|member|to)_?e?_?mail(_?address)?|e?_?mail_?address|phone(_?number)?)$/i;

export function namedSendingsOf(
  control: Control,
  silent: ReadonlySet<number>,
  { entriesOf, argumentsOf }: Objects,
): NamedSending[] {
  const { program, engine } = control;
  const isSender = program.names.test((name) => SENDS.test(name) || CARRIER.test(name) || name === 'invoke');
  const found: NamedSending[] = [];
  program.modules.forEach((_, module) => {
    const { names } = program;
    const runs = [names.of(module), names.locals(module), names.owned(module)];
    if (silent.has(module) || !runs.some((run) => someOf(run, isSender))) return;
    for (let fn = program.base[module]; fn < program.base[module + 1]; fn++) {
      const reader = control.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Call || !sends(fn, i)) continue;
        const at = { fn, ordinal: i };
        const to = invokes(fn, i) ? sentTo(at) : addressesIn(at);
        if (to.length === 0 || control.callees(fn, i).length > 0 || roleOf(control.frame(fn), engine, i)) continue;
        found.push({ fn, ordinal: i, channel: /sms/i.test(control.words(fn, i)) ? 'sms' : 'email', to });
      }
    }
  });
  return found;

  function sends(fn: number, call: number): boolean {
    const reader = control.reader(fn);
    const name = control.name(fn, call);
    if (SENDS.test(name) || invokes(fn, call)) return true;
    return DOES.test(name) && operandAt(reader, call, 1) !== NONE && CARRIER.test(control.name(fn, operandAt(reader, call, 0)));
  }

  /** `functions.invoke('send-email', { body: { to, … } })`: a function that runs elsewhere, by its name. */
  function invokes(fn: number, call: number): boolean {
    const reader = control.reader(fn);
    if (control.name(fn, call) !== 'invoke' || operandCount(reader, call) < 6) return false;
    return SENDS.test((control.text(fn, operandAt(reader, call, 4)) ?? '').replace(/-/g, '_'));
  }

  /** Whom it is told to write to, or whoever hands in what it is told. */
  function sentTo(call: Spot): Spot[] {
    const [, options] = argumentsOf(call);
    const body = entriesOf(options.fn, options.ordinal).find(({ key }) => key === 'body')?.value ?? NONE;
    if (body === NONE) return [];
    const named = addressedIn(call.fn, body);
    return named.length > 0 ? named : [{ fn: call.fn, ordinal: body }];
  }

  /** Members of an object that are called an address. */
  function addressedIn(fn: number, object: number): Spot[] {
    return entriesOf(fn, object).flatMap(({ key, value }) =>
      ADDRESS.test(key) && value !== NONE ? [{ fn, ordinal: value }] : [],
    );
  }

  /** Arguments, and members of objects and of mapped lists among them, that are called an address. */
  function addressesIn(call: Spot): Spot[] {
    return argumentsOf(call).flatMap((argument) => {
      const reader = control.reader(argument.fn);
      if (kindAt(reader, argument.ordinal) === Kind.Object) return addressedIn(argument.fn, argument.ordinal);
      return ADDRESS.test(control.name(argument.fn, argument.ordinal)) ? [argument] : [];
    });
  }
}
