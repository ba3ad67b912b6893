/** How much the questions about control read of long and of deep functions: counted in looks at instructions, not timed. */
import { expect, test, vi } from 'vitest';
import { analyzeFiles } from './run';

const looks = vi.hoisted(() => ({ count: 0 }));

vi.mock('../server/engine/link/reader', async (original) => {
  const real = await original<typeof import('../server/engine/link/reader')>();
  const counted =
    <A extends unknown[], R>(look: (...given: A) => R) =>
    (...given: A): R => {
      looks.count++;
      return look(...given);
    };
  return { ...real, kindAt: counted(real.kindAt), operandAt: counted(real.operandAt) };
});

const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const programs: Record<string, (size: number) => string> = {
  'events under one check': (size) =>
    `export function f(consent) {\n if (!consent.analytics) return;\n${many(size, (at) => ` gtag('event', 'e${at}');`)}\n}`,
  'events that nobody guards': (size) =>
    `export function f(user) {\n${many(size, (at) => ` gtag('event', 'e${at}', user.plan);`)}\n}`,
  'a check before each event': (size) =>
    `export function f(consent) {\n${many(size, (at) => ` if (consent.analytics) gtag('event', 'e${at}');`)}\n}`,
  'a choice that is kept again and again': (size) =>
    `export function f() {\n${many(size, (at) => ` localStorage.setItem('cookie-consent', 'granted'); gtag('event', 'e${at}');`)}\n}`,
  'checks inside checks': (size) =>
    `export function f(consent, a) {\n${many(size, (at) => `if (a.p${at}) {`)}\nif (consent.analytics) gtag('event', 'e');\n${'}'.repeat(size)}\n}`,
  'prices side by side': (size) =>
    `export function f(user, base) {\n${many(size, (at) => ` const price${at} = base * (user.gender === 'f' ? 1.${at % 10} : 1);`)}\n}`,
  'a variable that branch after branch changes': (size) =>
    `export function f(user, a) {\n let x = a;\n${many(size, (at) => ` if (a.c${at}) x = x + a.d${at}; console.log(user.email);`)}\n return x;\n}`,
  'a price that branch after branch changes for somebody': (size) =>
    `export function f(user, base) {\n let price = base;\n${many(size, (at) => ` if (user.gender === 'f') price = price * 1.${at % 10};`)}\n return price;\n}`,
  'a price behind many branches': (size) =>
    `export function f(user, base, o) {\n let price = base;\n${many(size, (at) => ` if (o.p${at}) price = price + ${at};`)}\n return user.gender === 'f' ? price : price * 2;\n}`,
  'a total that loop after loop adds to': (size) =>
    `export function f(user, base) {\n let total = base;\n${many(size, (at) => ` for (const x of user.a${at}) total += x.b${at};`)}\n return total;\n}`,
  'many early returns each with a price': (size) =>
    `export function priceFor(user, base, o) {\n${many(size, (at) => ` if (o.p${at}) return base * 1.${at};`)}\n return user.gender === 'f' ? base : base * 2;\n}`,
  'many early returns each for somebody': (size) =>
    `export function priceFor(user, base) {\n${many(size, (at) => ` if (user.age > ${at}) return base * 1.${at};`)}\n return base;\n}`,
  'a price in each arm of a long chain': (size) =>
    `export function f(user, base, o) {\n let price = base;\n${many(size, (at) => ` if (o.p${at}) price = base * 1.${at}; else`)}\n price = user.gender === 'f' ? base : base * 2;\n return price;\n}`,
  'a price in each case of a switch': (size) =>
    `export function priceFor(user, base, o) {\n switch (o.kind) {\n${many(size, (at) => ` case 'k${at}': return base * 1.${at};`)}\n }\n return user.gender === 'f' ? base : base * 2;\n}`,
  'a price at each depth': (size) =>
    `export function f(user, base, o) {\n let price = base;\n${many(size, (at) => ` if (o.p${at}) { price = base * 1.${at};`)}\n price = user.gender === 'f' ? base : base * 2;\n${'}'.repeat(size)}\n return price;\n}`,
  'many early returns each with a decision': (size) =>
    `export function isEligible(user, o) {\n${many(size, (at) => ` if (o.p${at}) return false;`)}\n return user.gender === 'f';\n}`,
  'many early returns each with a refusal by a score': (size) =>
    `export async function f(user, model, res) {\n const score = await model.predict(user);\n${many(2 * size, (at) => ` if (score < 0.${at}) return res.json({ approved: false });`)}\n return res.json({ approved: true });\n}`,
  'many early returns each for want of a consent': (size) =>
    `export function f(user, consent, res) {\n${many(2 * size, (at) => ` if (!consent.marketing && user.p${at}) return res.status(403).json({});`)}\n return 1;\n}`,
  'many early returns each after a push': (size) =>
    `export async function f(user, push) {\n${many(2 * size, (at) => ` if (user.lossStreak > ${at}) { await push.send(user.id, { title: 'offer ${at}' }); return; }`)}\n return 1;\n}`,
  'many early returns each after an end': (size) =>
    `export async function f(user, accounts, fraudScore) {\n${many(2 * size, (at) => ` if (fraudScore > 0.${at}) { await accounts.terminate(user.id); return; }`)}\n return 1;\n}`,
};

function looksAt(text: string): number {
  looks.count = 0;
  analyzeFiles({ 'f.js': text });
  return looks.count;
}

test.each(Object.keys(programs))('%s: in proportion to the instructions', (name) => {
  const [fixed, once, twice] = [1, 60, 120].map((size) => looksAt(programs[name](size)));
  expect(Math.log2((twice - fixed) / (once - fixed))).toBeLessThanOrEqual(1.1);
});

const conditionsOnConditions = (size: number): string =>
  `export function f(consent, o) {\n let a = consent.analytics, b = o.b(), c = o.c(), quality = o.d();\n${many(
    size,
    (at) => ` if (o.p${at}) a = b ? o.a${at}() : c;
 if (a) b = c ? a : o.b${at}();
 if (b) c = a && b ? o.c${at}() : quality;
 if (c) quality = c ? a : b;`,
  )}\n return { quality };\n}`;

test('variables whose conditions hang on one another: no more with every order they could be followed in', () => {
  const [once, twice] = [8, 16].map((size) => looksAt(conditionsOnConditions(size)));
  expect(twice).toBeLessThan(6 * once);
});
