/** Columns of a choice that begin with yes. */
import { Kind, NONE } from '../../ir';
import { kindAt } from '../../link/reader';
import type { SchemaFact } from '../../project';
import type { Preset } from '../../rule/structure';
import { makerOf } from '../answers';
import { argumentsOf, type Code } from '../code';
import { choiceIn } from './consent-words';

/** `@Column({ default: true }) marketingOptIn: boolean`, and a field of an entity that begins with true. */
export function columns(code: Code, module: number): Preset[] {
  const out: Preset[] = [];
  const ir = code.program.modules[module];
  for (const [index, declared] of ir.classes.entries()) {
    for (const { member, value } of declared.decorators) {
      const choice = member === null || member === '' ? '' : choiceIn(member);
      if (choice === '') continue;
      const fn = makerOf(code, module, index);
      if (fn === NONE) continue;
      const reader = code.trail.reader(fn);
      if (kindAt(reader, value) !== Kind.Call) continue;
      const isDefault = argumentsOf(reader, value).some((given) =>
        ['default', 'defaultValue'].some((name) =>
          code.constants.of(fn, given, [name]).some((constant) => constant.value === true),
        ),
      );
      if (isDefault) out.push({ ...code.seen({ fn, ordinal: value }, member!), choice, form: 'schema', confidence: 'high' });
    }
  }
  return out;
}

/** `marketingOptIn Boolean @default(true)` in a Prisma schema. */
export function prismaDefaults({ path, text }: SchemaFact): Preset[] {
  return [...text.matchAll(/^[ \t]*(\w+)[ \t]+Boolean\b[^\n]*@default\(true\)[^\n]*/gm)].flatMap((match): Preset[] => {
    const choice = choiceIn(match[1]);
    if (choice === '') return [];
    const start = match.index + match[0].indexOf(match[1]);
    const at = { path, start, end: match.index + match[0].length };
    return [{ at, extent: at, symbol: match[1], words: match[1], choice, form: 'schema', confidence: 'high' }];
  });
}
