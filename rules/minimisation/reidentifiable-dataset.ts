import type { Ask, Rule } from '../../server/engine/rule';
import type { Dataset } from '../../server/engine/rule/structure';

export const reidentifiableDataset: Rule = {
  id: 'reidentifiable-dataset',
  title: 'Rows called anonymous still single people out',
  family: 'minimisation',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR recital 26, means likely to be used to identify (checked 2026-11-28)',
    'May be relevant: ISO/IEC 20889 and NIST SP 800-188, de-identification (checked 2026-11-28)',
  ],
  why:
    'A town publishes its bicycle trips without names. A neighbour knows when the nurse next door was born and in which street she lives, ' +
    'finds the one row that fits, and reads where she was each night of the year. She had been told that nobody can be recognised.',
  limits:
    'It speaks where a name of a function, a variable, a file or a route promises anonymity or openness, and looks at rows that are put together ' +
    'there. Without a type it cannot know what a record holds beside the fields that are taken away. A number in place of a name is ' +
    'not counted, although it lets rows be joined.',
  fixes: [
    'Name the fields that may stay, in place of those that must go.',
    'Make them coarser: a band of ages for the day of birth, two digits of the postcode.',
    'Leave out groups that are smaller than ten: `having count(*) >= 10`.',
  ],
  examples: {
    bad: [
      `export function anonymizePatients(rows: Patient[]) {
  return rows.map(({ firstName, lastName, ...rest }) => rest); // !
}`,
      `const openData = riders.map((r) => ({ dob: r.birthDate, zip: r.zip, sex: r.sex, trips: r.trips })); // !`,
      `app.get('/public/stats', async (_q, res) => res.json(await db.query('select diagnosis, postcode, count(*) from visits group by 1,2'))); // !`,
    ],
    ok: [
      `export const anonymize = (rows: Patient[]) => rows.map((r) => ({ ageBand: toAgeBand(r.birthDate), region: r.zip.slice(0, 2), trips: r.visits.length }));`,
      `const groups = (await statsByArea()).filter((g) => g.count >= MIN_GROUP_SIZE);`,
      `const { firstName, ...props } = component.props;`,
      `app.get('/public/stats', async (_q, res) => res.json(await db.query('select diagnosis, count(*) from visits group by 1 having count(*) >= 10')));`,
    ],
  },
  *check(ask) {
    for (const dataset of ask.datasets()) {
      yield ask.finding(dataset, dataset.data, {
        severity: dataset.confidence === 'high' ? 'warning' : 'info',
        confidence: dataset.confidence,
        message: says[dataset.kind](ask, dataset),
        hint: hints[dataset.kind],
        kind: dataset.kind,
      });
    }
  },
};

const says: Record<Dataset['kind'], (ask: Ask, dataset: Dataset) => string> = {
  direct: (ask, { data, claim }) => `${ask.subject(data, 'stays', 'stay')} in rows that '${claim}' calls anonymous.`,
  rest: (ask, { data, claim }) =>
    `'${claim}' takes away ${ask.list(data)}, and whatever else the record holds stays in the rows.`,
  combination: (ask, { data, claim }) =>
    `${ask.subject(data, 'tells', 'together tell')} who somebody is, in rows that '${claim}' calls anonymous.`,
  'small-groups': (ask, { data, claim, groups = { shown: 1, allowed: 0 } }) =>
    `'${claim}' publishes counts by ${ask.list(data)}, also of groups of ${groups.shown === 1 ? 'one person' : `${groups.shown} people`}` +
    (groups.allowed > 1 ? `; the policy asks for ${groups.allowed}.` : '.'),
};

const hints: Record<Dataset['kind'], string> = {
  direct: 'Leave it out, or put a random number in its place.',
  rest: 'Name the fields that may stay, in place of those that must go.',
  combination: 'Make them coarser: bands of ages, the beginning of the postcode, the week in place of the moment.',
  'small-groups': 'Leave out groups below a size that the policy names.',
};
