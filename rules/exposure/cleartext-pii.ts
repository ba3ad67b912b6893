import type { Ask, Datum, Flow, Place, Rule } from '../../server/engine/rule';

export const cleartextPii: Rule = {
  id: 'cleartext-pii',
  title: 'Sensitive data stored or sent without encryption',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: CWE-311, CWE-312 and CWE-319, missing encryption at rest and in transit (checked 2026-11-28)',
    'May be relevant: GDPR Art. 32(1)(a), encryption as a measure of security (checked 2026-11-28)',
  ],
  why:
    'A bookkeeper exports salaries and account numbers for a partner, over a plain connection and through a folder that everybody can read. ' +
    'Somebody in the same café, or on the same server, copies the list. A baker with a low wage then finds loans in his name that he never took.',
  limits:
    'Encryption of disks, buckets, databases and networks that is set up outside the code is invisible. Hosts inside the own network are taken ' +
    'as local. Columns of a database are not judged here.',
  fixes: [
    'Use https:// or wss://.',
    'Encrypt the value before it is written, with a function listed under `encryption.functions`.',
    'Keep the object private: remove the public ACL and ask for server-side encryption.',
    'Export only the columns that the reader needs.',
    'Keep a hash of a password (argon2, scrypt, bcrypt) instead of the password.',
  ],
  examples: {
    bad: [
      `await fs.promises.writeFile('/exports/patients.csv', patients.map((p) => \`\${p.name};\${p.ssn}\`).join('\\n')); // !`,
      `await s3.send(new PutObjectCommand({ Bucket: 'menus-public', Key: \`id/\${g.id}.json\`, ACL: 'public-read', Body: JSON.stringify({ passport: g.passportNumber }) })); // !`,
      `await axios.post('http://payroll.partner.example/import', { iban: employee.iban, salary: employee.salary }); // !`,
      `const agent = new https.Agent({ rejectUnauthorized: false });
await axios.post('https://payroll.partner.example/import', { iban: employee.iban }, { httpsAgent: agent }); // !`,
      `const user = await accounts.byEmail(req.body.email);
if (!user || user.password !== req.body.password) return res.sendStatus(401); // !`,
    ],
    ok: [
      `const body = encrypt(JSON.stringify({ passport: guest.passportNumber }), key);
await s3.send(new PutObjectCommand({ Bucket, Key, Body: body, ServerSideEncryption: 'aws:kms' }));`,
      `@Entity() class Employee {
  @Column({ transformer: new EncryptionTransformer(opts) }) iban!: string;
}`,
      `await fs.promises.writeFile('dist/products.json', JSON.stringify(products));`,
      `const user = await accounts.byEmail(req.body.email);
if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) return res.sendStatus(401);`,
    ],
  },
  *check(ask) {
    for (const flow of ask.flows('http', 'file', 'object-storage', 'share', 'third-party')) {
      const place = placeOf(flow, ask);
      const data = ask.certain(
        flow.data.filter(
          ({ state, identifies, category }) =>
            state === 'raw' &&
            identifies !== 'opaque' &&
            category !== 'user-agent' &&
            // The keys of a program are kept in files on purpose; they are the business of security linters.
            !(flow.sink === 'file' && category === 'access-token'),
        ),
      );
      if (!place || data.length === 0 || isConfiguration(place, data)) continue;
      // What is published whole, whatever it holds, is meant for everybody.
      if (place.kind === 'public-object' && data.every(({ kind }) => kind === 'origin')) continue;
      if ((place.kind === 'file' && !data.some(isSensitive)) || (place.kind === 'cache' && !data.some(isLasting))) continue;
      // Disks are often encrypted below the program, so a file alone is never certain.
      const judged = ask.judge(data, {
        atMost: place.kind === 'file' || place.kind === 'cache' || place.unknownHost ? 'medium' : 'high',
      });
      const message = `${ask.subject(data, 'is', 'are')} ${place.words}.`;
      yield { ...ask.finding(flow, data, { ...judged, message, hint: place.hint, kind: place.kind }), ...written(place) };
    }
    for (const kept of ask.plainPasswords()) {
      yield ask.finding(kept, [], {
        severity: kept.confidence === 'high' ? 'error' : 'warning',
        confidence: kept.confidence,
        message: `The password (${kept.words}) is compared as plain text, so it is kept where others can read it.`,
        hint: 'Keep a hash made by argon2, scrypt or bcrypt, and compare with the function of that library.',
        kind: 'credential',
      });
    }
  },
};

interface OpenPlace {
  kind: 'http' | 'mail' | 'any-certificate' | 'file' | 'cache' | 'public-object';
  words: string;
  hint: string;
  /** The address, where it is written. */
  literal?: Place;
  /** Only the running program knows the host: it may be the machine next door. */
  unknownHost?: boolean;
}

/** Options by which an object is laid open, of one vendor or another. */
const ACCESS = ['ACL', 'acl', 'access', 'predefinedAcl'];

const written = ({ literal }: OpenPlace): { literals?: Place[] } => (literal ? { literals: [literal] } : {});

/** How a program reaches its database stands in a file of settings; with nobody beside it, it is nobody's. */
const isConfiguration = (place: OpenPlace, data: Datum[]): boolean =>
  place.kind === 'file' && data.every(({ category }) => ['credential', 'username', 'access-token'].includes(category));

/** Codes and tokens are kept in a cache for the minutes in which they count. */
const isLasting = (datum: Datum): boolean =>
  isSensitive(datum) && datum.category !== 'credential' && datum.category !== 'access-token';

const isSensitive = (datum: Datum): boolean => datum.special || datum.grave;

function placeOf(flow: Flow, ask: Ask): OpenPlace | undefined {
  if (flow.sink === 'file') {
    // A page has no disk: whoever looks at it downloads the file.
    if (flow.browser) return undefined;
    if (flow.names().some(({ value }) => String(value).endsWith('.log'))) return undefined;
    const hint = 'Encrypt the content before it is written.';
    return { kind: 'file', words: `written unencrypted to a file by ${flow.sinkName}()`, hint };
  }
  if (flow.sink === 'share') {
    if (flow.recipientKind !== 'cache') return undefined;
    const hint = 'Encrypt the value before it is cached, or cache an id.';
    return { kind: 'cache', words: `kept unencrypted in a cache by ${flow.sinkName}()`, hint };
  }
  if (flow.sink === 'object-storage') {
    const open =
      ACCESS.some((option) => flow.option(option).some(({ value }) => /^public/i.test(String(value)))) ||
      flow.option('public').some(({ value }) => value === true);
    const hint = 'Remove the public ACL and encrypt the content.';
    return open ? { kind: 'public-object', words: 'stored in an object that everybody can read', hint } : undefined;
  }
  if (flow.sink === 'third-party') {
    const [literal] = flow.instance('ignoreTLS').filter(({ value }) => value === true);
    if (!literal || !flow.data.some(isSensitive)) return undefined;
    const hint = 'Leave `ignoreTLS` out and set `requireTLS: true`.';
    return { kind: 'mail', words: `sent by mail without encryption on the way`, hint, literal: literal.at };
  }
  const addresses = flow.urls();
  const isConfigured = addresses.some(({ environment }) => environment !== undefined);
  for (const { value, at } of addresses) {
    const [, scheme, host] = /^((?:http|ws|ftp):\/\/)([^/?#]*)/i.exec(String(value)) ?? [];
    if (scheme === undefined || ask.host(String(value)) === 'local') continue;
    // ":5050" of `http://${host}:5050`.
    const unknownHost = !/\w/.test(host.replace(/:\d*$/, ''));
    // Beside an address from the environment, `http://` on the machine of the page is where developers work.
    if (unknownHost && isConfigured) continue;
    const words = `sent unencrypted over ${scheme}${unknownHost ? '' : ` to ${host}`}`;
    return { kind: 'http', words, hint: `Use ${scheme.replace('://', 's://')} instead.`, literal: at, unknownHost };
  }
  return anyCertificate(flow, ask);
}

/** Encrypted for whoever answers. */
function anyCertificate(flow: Flow, ask: Ask): OpenPlace | undefined {
  if (flow.sink !== 'http' || flow.urls().some(({ value }) => ask.host(String(value)) === 'local')) return undefined;
  const literal = flow.unchecked();
  if (!literal) return undefined;
  const words = 'sent over a connection that takes any certificate, so whoever is in between can read along';
  const hint = 'Remove `rejectUnauthorized: false`, or name the authority that signs the certificate with `ca`.';
  return { kind: 'any-certificate', words, hint, literal, unknownHost: flow.urls().every(({ value }) => value === '') };
}
