import type { Datum, Rule, WeakHash } from '../../server/engine/rule';

export const weakAnonymization: Rule = {
  id: 'weak-anonymization',
  title: 'Reversible transformation presented as anonymous',
  family: 'minimisation',
  value: 'Respect',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 4(5) and recital 26, pseudonymous is not anonymous (checked 2026-11-23)',
    'May be relevant: FTC, "No, hashing still doesn\'t make your data anonymous", 24 July 2024 (checked 2026-11-23)',
    'May be relevant: CWE-759, CWE-760 and CWE-328, hashes without salt or with a predictable one (checked 2026-11-28)',
  ],
  why:
    'A gym gives its visits to a student project as "anonymous" data, with a SHA-256 of the phone number in place of the name. ' +
    'There are only so many phone numbers: an evening of computing turns every hash back. A member who went to the rehabilitation class ' +
    'every Tuesday is recognised by a neighbour, because somebody believed that a hash hides a person.',
  limits:
    'It knows the common hash functions and encodings, and keyed helpers that the policy names. Random tokens, files and whole payloads may be ' +
    'hashed as you like. Passwords stored with a fast hash are another problem, which security linters report.',
  fixes: [
    'Use a keyed hash with a secret from the environment: `createHmac("sha256", process.env.PSEUDONYM_KEY!)`.',
    'Give each person a random id (`randomUUID()`) and keep the table apart.',
    'Publish groups instead of rows, and drop the small ones.',
    'Call it pseudonymous, and protect it like the personal data that it is.',
  ],
  examples: {
    bad: [
      `const anonId = crypto.createHash('sha256').update(user.email.toLowerCase()).digest('hex'); // !
analyticsDb.insert({ anonId, event: 'visit' });`,
      `export const anonymize = (u: User) => ({ id: btoa(u.phone), visits: u.visits }); // !`,
      `const SALT = 'daily-crumb';
const pseudonym = sha256(SALT + member.cardNumber); // !`,
    ],
    ok: [
      `const anonId = crypto.createHmac('sha256', process.env.PSEUDONYM_KEY!).update(user.email).digest('hex');`,
      `const etag = crypto.createHash('md5').update(JSON.stringify(menu)).digest('hex');`,
      `const tokenHash = crypto.createHash('sha256').update(resetToken).digest('hex');`,
      `const anonymousId = crypto.randomUUID();`,
    ],
  },
  *check(ask) {
    for (const hash of ask.weakHashes()) {
      const { claim, means, words } = hash;
      if (claim === '' && means === 'encoding') continue;
      const data = ask.certain(hash.data.filter((datum) => isGuessable(datum, hash)));
      if (data.length === 0) continue;
      const judged = ask.judge(data);
      const passes = `${ask.subject(data, 'passes', 'pass')} through ${words}`;
      yield ask.finding(hash, data, {
        confidence: judged.confidence,
        severity: claim === '' ? 'info' : judged.severity,
        message:
          claim === ''
            ? `${passes} without a key, so the value can be guessed back.`
            : `${passes} and is taken as anonymous (${claim}), but ${reasons[means]}.`,
        hint: 'Use createHmac() with a secret from the environment, or a random id that is kept in a table of its own.',
        kind: claim === '' ? 'unkeyed-hash' : means,
      });
    }
  },
};

/** What has too many possible values to try; hashing it is fine unless somebody calls the result anonymous. */
const content = ['message-content', 'photo-voice', 'call-recording', 'contacts-list', 'browsing', 'purchase-history'];

/** Random ones cannot be guessed, and how passwords are stored is another question. */
const secrets = ['credential', 'access-token', 'session-id'];

/** A whole record without a claim is an ETag or a cache key: there is no short list of records to try. */
function isGuessable(datum: Datum, hash: WeakHash): boolean {
  if (secrets.includes(datum.category) || datum.state !== 'raw') return false;
  if (hash.claim === '' && (datum.kind !== 'field' || content.includes(datum.category))) return false;
  return datum.identifies === 'direct' || datum.identifies === 'quasi' || datum.special || datum.grave;
}

const reasons: Record<WeakHash['means'], string> = {
  hash: 'everybody can hash a list of possible values and compare',
  salted: 'the salt is written in the code, so everybody with the code can hash a list of possible values and compare',
  encoding: 'an encoding is undone in one step',
};
