import type { Rule } from '../../server/engine/rule';

export const noRetentionLimit: Rule = {
  id: 'no-retention-limit',
  title: 'Personal data kept without an end',
  family: 'minimisation',
  value: 'Respect',
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(e), storage limitation, and Art. 13(2)(a) (checked 2026-11-23)',
    'May be relevant: CPRA § 1798.100(a)(3) (checked 2026-11-28)',
  ],
  why:
    'A woman closed her account and was told that everything is deleted. Her address still lies in a cache that nobody gave an end, ' +
    'and when the cache is copied to a test machine four years later, a stranger scrolls past it.',
  limits:
    'It sees caches, queues and cookies whose calls it can read. A cache that is told elsewhere to forget (by its server or by a policy ' +
    'on memory) looks the same. What a database keeps is a question for the policy file.',
  fixes: [
    "Give the entry an end: `redis.set(key, value, 'EX', 86400)`.",
    'Let finished jobs go: `removeOnComplete: true`.',
    'Let a cookie end within a year.',
  ],
  examples: {
    bad: [
      `declare const c: Customer;
await redis.set(\`cust:\${c.id}\`, JSON.stringify(c)); // !`,
      `res.cookie('visitor', encrypt(guest.email), { httpOnly: true, secure: true, maxAge: 10 * 365 * 864e5 }); // !`,
      `declare const p: Patient;
await queue.add('sms', { phone: p.phone }, { removeOnComplete: false, removeOnFail: false }); // !`,
    ],
    ok: [
      `await redis.set(\`cust:\${c.id}\`, JSON.stringify({ email: c.email }), 'EX', 3600);`,
      `await prisma.visit.deleteMany({ where: { createdAt: { lt: subDays(new Date(), 90) } } });`,
      `await redis.set('menu:today', JSON.stringify(menu));`,
    ],
  },
  whole: true,
  *check(ask) {
    for (const keeping of ask.keepings()) {
      const { data, words } = keeping;
      yield ask.finding(keeping, data, {
        severity: 'info',
        confidence: keeping.confidence,
        message: `${data.length > 0 ? ask.subject(data, 'is', 'are') : 'A session, with what it holds of a person, is'} kept by ${words}() ${until(keeping.in, keeping.lifetime)}.`,
        hint: 'Say when it ends.',
        kind: keeping.in,
      });
    }
  },
};

function until(place: 'cache' | 'cookie' | 'queue' | 'session', lifetime = 0): string {
  if (place === 'cookie' || place === 'session') return `for ${Math.round(lifetime / 31_536_000_000)} years`;
  return place === 'queue' ? 'after the job is done' : 'with no end';
}
