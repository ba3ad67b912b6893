import type { Ask, Confidence, Datum, Finding, Flow, Rule, Severity } from '../../server/engine/rule';

export const cleartextPii: Rule = {
  id: 'cleartext-pii',
  title: 'Sensitive data stored or sent without encryption',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: CWE-311, CWE-312 and CWE-319, missing encryption at rest and in transit (not checked yet)',
    'May be relevant: GDPR Art. 32(1)(a), encryption as a measure of security (not checked yet)',
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
  ],
  examples: {
    bad: [
      `await fs.promises.writeFile('/exports/patients.csv', patients.map((p) => \`\${p.name};\${p.ssn}\`).join('\\n')); // !`,
      `await s3.send(new PutObjectCommand({ Bucket: 'menus-public', Key: \`id/\${g.id}.json\`, ACL: 'public-read', Body: JSON.stringify({ passport: g.passportNumber }) })); // !`,
      `await axios.post('http://payroll.partner.example/import', { iban: employee.iban, salary: employee.salary }); // !`,
    ],
    ok: [
      `const body = encrypt(JSON.stringify({ passport: guest.passportNumber }), key);
await s3.send(new PutObjectCommand({ Bucket, Key, Body: body, ServerSideEncryption: 'aws:kms' }));`,
      `@Entity() class Employee {
  @Column({ transformer: new EncryptionTransformer(opts) }) iban!: string;
}`,
      `await fs.promises.writeFile('dist/products.json', JSON.stringify(products));`,
    ],
  },
  *check(ask) {
    for (const flow of ask.flows('http', 'file', 'object-storage')) {
      const place = placeOf(flow, ask);
      if (!place) continue;
      const plain = flow.data.filter((datum) => datum.state === 'raw' && datum.identifies !== 'opaque');
      const certain = plain.filter((datum) => datum.confidence !== 'low' && datum.category !== 'user-agent');
      const data = certain.length > 0 ? certain : plain;
      if (data.length === 0) continue;
      if (place.kind === 'file' && !data.some(isSensitive)) continue;
      yield describe(data, place, flow, ask);
    }
  },
};

interface OpenPlace {
  kind: 'http' | 'file' | 'public-object';
  words: string;
  hint: string;
}

const levels: Severity[] = ['info', 'warning', 'error'];
const order: Confidence[] = ['high', 'medium', 'low'];

const isSensitive = (datum: Datum): boolean => datum.special || datum.grave;

function placeOf(flow: Flow, ask: Ask): OpenPlace | undefined {
  if (flow.sink === 'file') {
    const log = flow.constants('0').some(({ value }) => typeof value === 'string' && value.endsWith('.log'));
    if (log) return undefined;
    return {
      kind: 'file',
      words: `written unencrypted to a file by ${flow.sinkName}()`,
      hint: 'Encrypt the content before it is written.',
    };
  }
  if (flow.sink === 'object-storage') {
    const open = [...flow.constants('0.ACL'), ...flow.constants('0.acl')].some(({ value }) => /^public/i.test(String(value)));
    if (!open) return undefined;
    return {
      kind: 'public-object',
      words: 'stored in an object that everybody can read',
      hint: 'Remove the public ACL and encrypt the content.',
    };
  }
  const written = ['0', '0.url', '1']
    .flatMap((argument) => flow.constants(argument))
    .filter(({ value }) => /^[a-z]+:\/\//i.test(String(value)));
  const bases = [
    ...flow.constants('0.baseURL'),
    ...flow.instance('baseURL'),
    ...flow.instance('prefixUrl'),
    ...flow.instance('url'),
  ];
  const addresses = written.length > 0 ? written : bases;
  for (const { value } of addresses) {
    if (typeof value !== 'string' || !/^(?:http|ws|ftp):\/\//i.test(value) || ask.host(value) === 'local') continue;
    const scheme = value.slice(0, value.indexOf('//') + 2);
    const host = value.slice(scheme.length).split(/[/?#]/)[0];
    const hint = `Use ${scheme.replace('://', 's://')} instead.`;
    return { kind: 'http', words: `sent unencrypted over ${scheme}${host ? ` to ${host}` : ''}`, hint };
  }
  return undefined;
}

function describe(data: Datum[], place: OpenPlace, flow: Flow, ask: Ask): Omit<Finding, 'rule'> {
  const best = order.find((confidence) => data.some((datum) => datum.confidence === confidence)) ?? 'low';
  const weaker = flow.sinkConfidence === 'low' ? 1 : 0;
  // Disks are often encrypted below the program, so a file alone is never certain.
  const confidence = order[Math.min(2, Math.max(order.indexOf(best) + weaker, place.kind === 'file' ? 1 : 0))]!;
  const sensitive = data.some((datum) => isSensitive(datum) && datum.confidence !== 'low');
  const severity = confidence === 'low' ? 'info' : levels[(sensitive ? 2 : 1) - (confidence === 'medium' ? 1 : 0)]!;
  const what = ask.list(data);
  const subject = what.charAt(0).toUpperCase() + what.slice(1) + wordsOf(data);
  const message = `${subject} ${/ and /.test(what) ? 'are' : 'is'} ${place.words}.`;
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const { at, extent, path, symbol } = flow;
  return { at, extent, path, symbol, message, severity, confidence, hint: place.hint, kind: place.kind, categories };
}

/** As the code names it; an origin such as "the request body" has said so already. */
function wordsOf([first, ...others]: Datum[]): string {
  return others.length > 0 || !first || first.words.startsWith('the ') ? '' : ` (${first.words})`;
}
