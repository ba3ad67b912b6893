import type { Rule } from '../../server/engine/rule';

/** Suppressions are judged where they are applied, so `check` has nothing to ask. */
export const expiredException: Rule = {
  id: 'expired-exception',
  title: 'A suppression has no reason, has run out, covers nothing or too much',
  family: 'stewardship',
  value: 'Justice',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: ['May be relevant: GDPR Art. 5(2), accountability: being able to show why something was allowed (checked 2026-11-28)'],
  why:
    'A year ago somebody let customers\' addresses be logged, "only for this week\'s fraud case". The case is closed, the colleague has left, ' +
    'and the addresses are still written every night. The people behind them never had a say; the least they are owed is that ' +
    'an exception has a reason, an end, and somebody who looks again.',
  limits:
    'It cannot tell a good reason from a bad one, only that there is one. A suppression of a rule that is off is not called unused, ' +
    'because the rule did not look. What the policy asks of exceptions (an end, somebody who agreed, a longest time) is checked; ' +
    'whether that somebody did agree is not.',
  fixes: [
    'Mend the code and remove the comment.',
    'Give the reason behind two dashes: `-- reason: legal hold LH-7`.',
    'Give an end, so that somebody looks again: `-- until 2027-03-31`. The policy can require one: `exceptions.requireExpiry`.',
    'Say who agreed: `-- approved by: Mara`. The policy can require it: `exceptions.requireApprover`.',
    'Except lines, not files, from a rule that is an error.',
  ],
  examples: {
    bad: [
      '// data-ethics-disable-next-line pii-in-logs // !\nconsole.log(order.id);',
      '// data-ethics-disable-next-line pii-in-logs -- reason: fraud investigation -- until 2025-01-31 // !\nconsole.log(order.id);',
      '// data-ethics-disable-next-line pii-in-lgos -- reason: typing error // !\nconsole.log(order.id);',
      '// data-ethics-disable-nextline pii-in-logs -- reason: log of a test bench // !\nconsole.log(order.id);',
      '// data-ethics-disable-next-line pii-in-logs -- reason: nothing to see here // !\nconsole.log(order.id);',
    ],
    ok: [
      'interface User { id: string; email: string }\nfunction hold(user: User) {\n' +
        '  // data-ethics-disable-next-line pii-in-logs -- reason: legal hold LH-7, log kept 30 days -- until 2099-03-31\n  console.log(user.email);\n}',
      '// see the docs on data-ethics-disable\nconsole.log(order.id);',
    ],
  },
  check: () => [],
};
