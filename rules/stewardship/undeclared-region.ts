import type { Ask, Rule } from '../../server/engine/rule';
import type { Placement } from '../../server/engine/rule/structure';
import type { Declared, Policy } from '../../server/engine/rule/policy';

export const undeclaredRegion: Rule = {
  id: 'undeclared-region',
  title: 'Personal data goes to a place outside the declared regions',
  family: 'stewardship',
  value: 'Justice',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 44 to 49, transfers to third countries (checked 2026-11-28)',
    'May be relevant: CJEU C-311/18 (Schrems II), Data Privacy Framework (checked 2026-11-28)',
  ],
  why:
    'A clinic promises its patients that their files stay in the country, and means it. A default in one line of one client sends each ' +
    'of them across the sea, where another law says who may read them, and where a patient who objects has no court to go to.',
  limits:
    'It speaks only where a policy has `regions.allowed`. It sees regions that are written in the code: of clients, of hosts, of ' +
    'addresses of databases, and of routes that say where they run. An address of MongoDB Atlas does not say where its cluster is. A region that comes from the environment, and what a provider copies elsewhere by itself, are not seen.',
  fixes: [
    "Use the provider's region or host inside the declared regions: `region: 'eu-central-1'`.",
    'Declare the transfer with its mechanism: `regions.transfers` or `transfer` of the recipient.',
    'Leave the personal data out of what this client is given.',
  ],
  examples: {
    bad: [
      `// policy: { "regions": { "allowed": ["eu"] } }
declare const a: Applicant;
const s3 = new S3Client({ region: 'us-east-1' }); // !
await s3.send(new PutObjectCommand({ Bucket: 'cv', Key: a.id, Body: JSON.stringify(a.cv) }));`,
      `// policy: { "regions": { "allowed": ["eu"] } }
posthog.init(key, { api_host: 'https://us.i.posthog.com', opt_out_capturing_by_default: true }); // !
posthog.identify(user.id, { country: user.country });`,
      `// policy: { "regions": { "allowed": ["eu"] } }
const region = process.env.DATA_REGION ?? 'ap-southeast-1'; // !
const table = new DynamoDBClient({ region });
await table.send(new PutItemCommand({ TableName: 'guests', Item: marshall(guest) }));`,
      `// policy: { "regions": { "allowed": ["eu"] } }
import { neon } from '@neondatabase/serverless';
const sql = neon('postgresql://app@ep-cool-sun-1.us-east-2.aws.neon.tech/main'); // !
export const add = (user: { email: string }) => sql.query('insert into users (email) values ($1)', [user.email]);`,
    ],
    ok: [
      `// policy: { "regions": { "allowed": ["eu"] } }
declare const a: Applicant;
const s3 = new S3Client({ region: 'eu-central-1' });
await s3.send(new PutObjectCommand({ Bucket: 'cv', Key: a.id, Body: JSON.stringify(a.cv) }));`,
      `// policy: { "regions": { "allowed": ["eu"] } }
const cdn = new S3Client({ region: 'us-east-1' });
await cdn.send(new PutObjectCommand({ Bucket: 'menus', Key: 'menu.pdf', Body: menuPdf }));`,
      `// policy: { "regions": { "allowed": ["eu"] } }
const mg = mailgun.client({ username: 'api', key, url: 'https://api.eu.mailgun.net' });`,
      `// policy: { "regions": { "allowed": ["eu"], "transfers": [{ "to": "ap", "mechanism": "SCC" }] } }
const table = new DynamoDBClient({ region: 'ap-southeast-1' });
await table.send(new PutItemCommand({ TableName: 'guests', Item: marshall(guest) }));`,
      `// There is no policy that says where data may be.
const table = new DynamoDBClient({ region: 'ap-southeast-1' });
await table.send(new PutItemCommand({ TableName: 'guests', Item: marshall(guest) }));`,
    ],
  },
  *check(ask) {
    if (!ask.policies().some(({ declared }) => declared.regions?.allowed)) return;
    for (const placement of ask.placements()) {
      const policy = ask.policyFor(placement.at.path);
      const allowed = policy.declared.regions?.allowed;
      if (!allowed || isCovered(policy, placement)) continue;
      const data = placement.data.filter(({ category }) => !isOwn(policy.declared, category, placement));
      if (data.length === 0) continue;
      yield finding(ask, placement, data, allowed);
    }
  },
};

function finding(ask: Ask, placement: Placement, data: Placement['data'], allowed: string[]): ReturnType<Ask['finding']> {
  const { words, literal } = placement;
  const telling = data.filter(({ identifies }) => identifies !== 'opaque');
  const judged = ask.judge(telling.length > 0 ? telling : data, {
    atMost: placement.confidence,
    step: telling.length > 0 ? 0 : -1,
  });
  return ask.finding(placement, data, {
    ...judged,
    message: `${ask.subject(ask.certain(data), 'goes', 'go')} to ${literal} through ${words}, and the policy allows only ${allowed.join(', ')}.`,
    hint: 'Use a region inside the declared ones, or declare the transfer with its mechanism.',
    kind: 'region',
  });
}

/** Countries of the European Economic Area are named by some policies; a provider's region there is in "eu". */
const EEA = /^(eu|eea|at|be|bg|hr|cy|cz|dk|ee|fi|fr|de|gr|hu|ie|is|it|li|lv|lt|lu|mt|nl|no|pl|pt|ro|sk|si|es|se)$/;

const isWithin = (region: string, literal: string, allowed: readonly string[]): boolean =>
  allowed.some((each) => {
    const name = each.toLowerCase();
    return (
      name === literal ||
      name === region ||
      (region === 'eu' && EEA.test(name)) ||
      (literal === region && name.startsWith(`${region}-`))
    );
  });

/** Allowed, or a transfer that somebody has looked at. */
function isCovered({ declared, recipient }: Policy, { region, literal, vendor }: Placement): boolean {
  const { allowed = [], map = {}, transfers = [] } = declared.regions ?? {};
  const known = map[literal] ?? region;
  if (isWithin(known, literal, allowed)) return true;
  const entry = vendor === '' ? undefined : recipient({ vendor });
  const { mechanism, regions = [] } = entry?.entry.transfer ?? {};
  if (mechanism && (regions.length === 0 || isWithin(known, literal, regions))) return true;
  return transfers.some(
    ({ to, recipient: who, mechanism: by }) =>
      by !== undefined && (to === undefined || isWithin(known, literal, [to])) && (who === undefined || who === entry?.key),
  );
}

/** The category has regions of its own, and this is one of them. */
const isOwn = ({ dataCategories }: Declared, category: string, { region, literal }: Placement): boolean =>
  isWithin(region, literal, dataCategories?.[category]?.regions ?? []);
