import type { Datum, Rule } from '../../server/engine/rule';
import type { Share } from '../../server/engine/rule/structure';

export const wholeRecordShared: Rule = {
  id: 'whole-record-shared',
  title: 'A whole record about a person is handed on where few fields are needed',
  family: 'minimisation',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(c), data minimisation (checked 2026-11-23)',
    'May be relevant: OWASP API3:2023 Broken Object Property Level Authorization (checked 2026-11-23)',
    'May be relevant: CWE-915 mass assignment, CWE-213 (checked 2026-11-23)',
  ],
  why:
    'Each page that a man opens sends his token along, and in the token stand his address and his birthday, because the record was put ' +
    'into it as it was. Whoever reads one log of one proxy reads them too, and nobody in the company knows that they are there.',
  limits:
    'It knows tokens, job queues, pages that a server fills, writes of a request body as it came, email addresses beside a name or in place of ' +
    'an id, and secrets that are opened for an answer. What another service does with a ' +
    'record, and records that are copied in pieces under other names, are not seen. Encrypted tokens are fine.',
  fixes: [
    'Hand on the id, and read the record where it is needed.',
    "Pick the fields that the reader uses: `pick(guest, ['id', 'displayName'])`.",
    'Let a schema decide what a request may write: `MemberInput.parse(req.body)`.',
  ],
  examples: {
    bad: [
      `const token = jwt.sign({ ...user }, secret); // !`,
      `export async function getServerSideProps({ params }: Ctx) {
  const guest = await loadGuest(params!.id);
  return { props: { guest: { ...guest } } }; // !
}`,
      `await queue.add('points', { customer, amount: order.total }); // !`,
      `await Member.create({ ...req.body, joinedAt: new Date() }); // !`,
    ],
    ok: [
      `const token = jwt.sign({ sub: user.id, role: user.role }, secret);`,
      `return { props: { guest: pick(guest, ['id', 'displayName']) } };`,
      `await queue.add('points', { customerId: customer.id, amount: order.total });`,
      `const data = MemberInput.parse(req.body);
await Member.create({ ...data, joinedAt: new Date() });`,
    ],
  },
  *check(ask) {
    const fetched = new Set(
      [...ask.fetches()].filter((fetch) => fetch.leaves?.to === 'response').map(({ at }) => `${at.path}:${at.start}`),
    );
    for (const share of ask.shares()) {
      // What is written down and what is answered are two stories.
      if (share.to !== 'storage' && fetched.has(`${share.at.path}:${share.at.start}`)) continue;
      const { to, data, words } = share;
      const judged = ask.judge(data, { atMost: share.confidence });
      yield ask.finding(share, data, {
        ...judged,
        message: says(to, words, data),
        hint: hints[to] ?? 'Hand on the id, or pick the fields that are used.',
        kind: to,
      });
    }
  },
};

function says(to: Share['to'], words: string, data: Datum[]): string {
  const [datum] = data;
  switch (to) {
    case 'storage':
      return `${words}() writes the request body as it came.`;
    case 'text':
      return `The ${datum?.title} (${datum?.words}) stands in a text (${words}) that names the person already.`;
    case 'id':
      return `The ${datum?.title} (${datum?.words}) is the ${words} of a person, and goes wherever the id goes.`;
    case 'answer':
      return `${words}() opens a secret (${datum?.words}), and the answer to the request carries it.`;
    case 'browser':
      return `The page looks for the reader’s own ${words} among those of others, so it was given all of them.`;
    default:
      return `The whole record (${[...new Set(data.map((each) => each.words.split('.')[0]))].slice(0, 2).join(', ')}) ${where[to]}.`;
  }
}

const hints: Partial<Record<Share['to'], string>> = {
  storage: 'Let a schema decide which fields a request may write.',
  text: 'A name or a public handle tells who it is.',
  id: 'Use an id that means nothing elsewhere.',
  answer: 'Answer whether it is set, or its last four characters.',
  browser: 'Let the server pick the one record, and send that.',
};

const where: Record<string, string> = {
  token: 'is put into a token, which everybody who holds it can read',
  queue: 'is put into a queue, where it stays and whoever listens gets all of it',
  page: 'is written into the page, whatever the page shows of it',
  index: 'is put into a search index',
};
