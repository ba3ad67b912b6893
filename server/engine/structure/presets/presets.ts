/** Choices about one's own data that are made before the person makes them. */
import type { Preset } from '../../rule/structure';
import type { StructureParts } from '../../structure';
import type { Code, Topic } from '../code';
import { CHOICE_TEXT, choiceIn, mayChoose } from './consent-words';
import { boxes } from './preset-boxes';
import { columns, prismaDefaults } from './preset-columns';
import { migrated } from './preset-migrations';
import { grantedModes } from './preset-modes';
import { fields, parameters } from './preset-parameters';
import { LOCKED, OF_CONSENT } from './preset-purposes';
import { states } from './preset-states';
import { defaults } from './preset-values';
import { written } from './preset-writes';
import type { Uses } from '../uses';
import { wordSet, wordsOf } from '../../words';

const named: Topic = (name) => name === 'ad_storage' || OF_CONSENT.test(name) || LOCKED.test(name) || choiceIn(name) !== '';
/** A text that makes columns names them all. */
const making: Topic = (name) => name.length > 40 && /\b(alter|create)\s+table\b/i.test(name);
const said: Topic = (name) => name.length <= 120 && CHOICE_TEXT.test(name);

export function presetsOf(code: Code, uses: Uses, { schemas, isAgreed }: Pick<StructureParts, 'schemas' | 'isAgreed'>): Preset[] {
  const out: Preset[] = [];
  const naming = code.modulesWith(
    named,
    'declared',
    (word) => word === 'storage' || /consent|cookie|privacy|necessary|essential/.test(word) || mayChoose(word),
  );
  // The members of a class that is only declared are no names of the code.
  const declaring = code
    .modulesAt(() => true)
    .filter((module) =>
      code.program.modules[module].classes.some(({ decorators }) =>
        decorators.some(({ member }) => member !== null && choiceIn(member) !== ''),
      ),
    );
  const modules = new Set([...naming, ...declaring, ...code.modulesWith(said, 'declared'), ...code.modulesWith(making)]);
  for (const module of [...modules].sort((a, b) => a - b)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      out.push(
        ...boxes(code, uses, fn, reader),
        ...states(code, uses, fn, reader),
        ...defaults(code, uses, fn, reader),
        ...grantedModes(code, fn, reader, isAgreed),
        ...parameters(code, fn, reader),
        ...fields(code, fn, reader),
        ...migrated(code, fn, reader),
        ...written(code, uses, fn, reader),
      );
    }
    out.push(...columns(code, module));
  }
  for (const schema of schemas) if (schema.path.endsWith('.prisma')) out.push(...prismaDefaults(schema));
  return out.filter(({ symbol }) => !isShownOff(symbol));
}

/** `ConsentWithdrawalDemo` shows how something works, to whom nobody puts the question; `RequestDemo` is a form. */
const isShownOff = (symbol: string): boolean => {
  const words = wordsOf(symbol.split('.')[0]);
  return words.length > 1 && /^(demo|showcase|playground)$/.test(words.at(-1) ?? '') && !words.some((word) => ASKS_FOR.has(word));
};
const ASKS_FOR = wordSet('book request schedule get ask order arrange reserve contact register sign');
