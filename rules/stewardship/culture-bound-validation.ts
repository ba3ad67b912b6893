import type { Rule } from '../../server/engine/rule';
import type { NarrowField } from '../../server/engine/rule/structure';

export const cultureBoundValidation: Rule = {
  id: 'culture-bound-validation',
  title: 'The form only fits some cultures',
  family: 'stewardship',
  value: 'Justice',
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: W3C, Personal names around the world (checked 2026-11-28)',
    'May be relevant: EU AI Act Art. 10(3) and (4), data that fit the people and places a system is used for (checked 2026-11-28)',
  ],
  why:
    'A woman called Zoë Ó Briain is told by a form that her name is not valid. A man whose family name is O adds a letter to be let in, and ' +
    'from then on his ticket and his passport differ. Who wrote the pattern never meant them, and they are told all the same that they do not fit.',
  limits:
    'It reads patterns and lists that are written in the code and reach a field by a schema, a decorator, a form or a test. Passports that ' +
    'machines read, cards and bank transfers have a character set of their own and are left alone. An optional field may keep its list. ' +
    'Phone numbers and postcodes of one country are reported where the code lists several countries, or languages that no one country speaks.',
  fixes: [
    "Take every letter: `/^[\\p{L}\\p{M}' .-]+$/u`.",
    'Ask for at least one character, not for two.',
    "Add an answer for everybody else, or make the question optional: `['f', 'm', 'x', 'prefer_not_to_say']`.",
    'Judge a text by a model of its own language, or not at all.',
  ],
  examples: {
    bad: [
      `const Name = z.string().regex(/^[A-Za-z]+$/); // !
export const guestSchema = z.object({ lastName: Name });`,
      `enum Gender { Male = 'M', Female = 'F' } // !
class SignUp { @IsEnum(Gender) gender!: Gender; }`,
      `const score = new Sentiment().analyze(review.text).score; // !`,
      `class Guest { @Matches(/^[a-zA-Z' -]+$/) firstName!: string; } // !`,
      `export const memberSchema = z.object({ lastName: z.string().min(2) }); // !`,
    ],
    ok: [
      `const Name = z.string().trim().min(1).max(120).regex(/^[\\p{L}\\p{M}' .-]+$/u);
export const guestSchema = z.object({ lastName: Name });`,
      `const Slug = z.string().regex(/^[a-z-]+$/);
export const pageSchema = z.object({ slug: Slug });`,
      `if (review.lang === 'en') score = new Sentiment().analyze(review.text).score;`,
      `export const guestSchema = z.object({ gender: z.enum(['f', 'm']).optional() });`,
      `export const passportSchema = z.object({ mrzLastName: z.string().regex(/^[A-Z]+$/) });`,
    ],
  },
  *check(ask) {
    for (const field of ask.narrowFields()) {
      yield ask.finding(field, field.datum ? [field.datum] : [], {
        severity: field.isOfMany ? 'warning' : 'info',
        confidence: field.confidence,
        message: says[field.kind](field),
        hint: hints[field.kind],
        kind: field.kind,
      });
    }
  },
};

const says: Record<NarrowField['kind'], (field: NarrowField) => string> = {
  letters: ({ field }) => `${field} takes only the letters A to Z, and many people's names have others.`,
  length: ({ field }) => `${field} must have two letters or more, and some family names have one.`,
  'two-genders': ({ field }) => `${field} must be one of two, and no other answer is taken.`,
  phone: ({ field }) => `${field} takes only phone numbers of North America, and the project is for several countries.`,
  postcode: ({ field }) => `${field} takes only ZIP codes of the United States, and the project is for several countries.`,
  'one-language': () => 'The text is judged by a list of English words, whatever language it is in.',
};

const hints: Record<NarrowField['kind'], string> = {
  letters: 'Take letters of every script: `\\p{L}` and `\\p{M}` with the flag `u`.',
  length: 'Ask for at least one character.',
  'two-genders': 'Add an answer for everybody else, or make the question optional.',
  phone: 'Take numbers with the code of any country, or let a library of phone numbers judge.',
  postcode: 'Ask for the shape of the postcode that the country of the address has.',
  'one-language': 'Look at the language of the text first, or leave it unjudged.',
};
