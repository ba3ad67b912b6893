import type { Ask, Finding, Rule } from '../../server/engine/rule';
import type { Fetch } from '../../server/engine/rule/structure';

export const overFetchedRecord: Rule = {
  id: 'over-fetched-record',
  title: 'Every column of a record about a person is fetched',
  family: 'minimisation',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(c), data minimisation, and Art. 25 (checked 2026-11-23)',
    'May be relevant: OWASP API3:2023 Broken Object Property Level Authorization (checked 2026-11-23)',
    'May be relevant: CWE-213, CWE-201 exposure of sensitive information through sent data (checked 2026-11-23)',
  ],
  why:
    'A list shows the nicknames of a running club. Behind it, in the answer of the server, lie the birthdays, the telephone numbers and the ' +
    'hashes of the passwords of everybody in it. The page never shows them; whoever opens the browser’s tools reads them all.',
  limits:
    'It follows records through variables, callbacks, components and calls that it can see; where a record goes elsewhere, every column ' +
    'counts as used. Whether somebody may see a record at all is a question of access, which it does not ask. Records that are changed ' +
    'and saved again, and columns that a schema or the client leaves out by default, are fine.',
  fixes: [
    'Name the columns that are used: `select: { id: true, displayName: true }`.',
    'Leave out what nobody may see, for all queries: `omit`, `select: false`, `@Exclude()`.',
    'Answer with an object that is made for the answer.',
  ],
  examples: {
    bad: [
      `app.get('/api/staff', async (_req, res) => {
  res.json(await prisma.employee.findMany()); // !
});`,
      `const { rows } = await pool.query('SELECT * FROM patients WHERE clinic_id = $1', [id]); // !
return rows.map((r) => r.last_name);`,
      `const user = await this.users.findOne({ where: { id } }); // !
return { nickname: user!.nickname };`,
    ],
    ok: [
      `res.json(await prisma.employee.findMany({ select: { id: true, displayName: true } }));`,
      `const n = await User.countDocuments({ active: true });`,
      `const u = await User.findById(id).select('nickname avatarUrl').lean();`,
      `const products = await prisma.product.findMany();`,
    ],
  },
  options: {
    maxUnusedShare: { default: 0.5, description: 'Largest share of the personal columns that may be fetched and not used.' },
  },
  whole: true,
  *check(ask) {
    for (const fetch of ask.fetches()) {
      const found = fetch.leaves ? leaving(ask, fetch) : unused(ask, fetch);
      if (found) yield found;
    }
    for (const { column, model, ...seen } of ask.openColumns()) {
      yield ask.finding(seen, [column], {
        severity: 'warning',
        confidence: column.confidence,
        message: `Every query of ${model} gives the ${column.title} (${column.words}), because the column is selected by default.`,
        hint: 'Leave the column out by default (`select: false`) and ask for it where it is compared.',
        kind: 'open-column',
      });
    }
  },
};

/** The record goes out as a whole. */
function leaving(ask: Ask, fetch: Fetch): Omit<Finding, 'rule'> | null {
  const { leaves, columns, record, included, words } = fetch;
  if (leaves!.to === 'elsewhere') return null;
  const secret = columns.filter((datum) => datum.special || datum.grave);
  const isAnswer = leaves!.to === 'response';
  // Her own profile is hers to read, without its secrets; and whoever writes a record knows what stands in it.
  if (secret.length === 0 && (fetch.written || (fetch.own && columns.length > 0))) return null;
  if (!isAnswer && !included && secret.length === 0 && !fetch.secret) return null;
  // Of a related person, nothing but the name.
  if (included && secret.length === 0 && columns.length > 0 && columns.every((datum) => datum.category === 'person-name'))
    return null;
  const untold = `every column of ${record}${fetch.secret ? ', its secret too' : ''}`;
  const what = columns.length > 0 ? `${ask.list(columns)} of ${record}` : untold;
  return ask.finding(fetch, columns, {
    severity: secret.length > 0 && isAnswer && !fetch.written && fetch.confidence === 'high' ? 'error' : 'warning',
    confidence: fetch.confidence,
    message: `${words}() ${fetch.gives ? 'gives back' : 'fetches'} ${what}${isAnswer ? ', and the answer to the request carries it all' : ', and hands it all to its callers'}.`,
    hint: 'Select the columns that the answer needs.',
    kind: isAnswer ? 'answered' : 'handed-on',
  });
}

/** Few of the columns are read. */
function unused(ask: Ask, fetch: Fetch): Omit<Finding, 'rule'> | null {
  const { columns, read, record, words, included } = fetch;
  if (included || read.length === 0 || (fetch.secret && columns.length === 0)) return null;
  const idle = columns.filter((datum) => !read.includes(datum.words));
  const share = Number(ask.options.maxUnusedShare);
  if (columns.length > 0 && idle.length / columns.length <= share) return null;
  // Two columns more are not worth a word; of a record whose columns no schema tells, only one that is read is.
  if (columns.length > 0 ? idle.length < 3 : read.length > 1) return null;
  // Who compares a secret has to load it; the rest of the record beside it is a smaller matter.
  const compares = columns.some((datum) => datum.grave && read.includes(datum.words));
  const secret = compares ? [] : idle.filter((datum) => datum.special || (datum.grave && datum.confidence === 'high'));
  const rest = columns.length > 0 ? ` Nobody looks at ${named(idle.map((datum) => datum.words))}.` : '';
  const found = ask.finding(fetch, idle, {
    severity: secret.length > 0 && columns.length >= 4 ? 'warning' : 'info',
    confidence: fetch.confidence,
    message: `${words}() fetches every column of ${record}, of which only ${named(read)} ${read.length > 1 ? 'are' : 'is'} read.${rest}`,
    hint: `Select what is used: { ${read
      .slice(0, 6)
      .map((name) => `${name}: true`)
      .join(', ')} }.`,
    kind: 'unused-columns',
  });
  return { ...found, names: read };
}

function named(names: string[]): string {
  const shown = names.slice(0, 3);
  if (names.length > 3) return `${shown.join(', ')} and ${names.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
