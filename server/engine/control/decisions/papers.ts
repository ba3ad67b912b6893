/** Consents that are papers: who may see whose data, for how long. Whoever has none of somebody is turned away, not who refused. */
import { Flag, Kind } from '../../ir';
import type { Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import type { Walking } from '../influence/steps';
import { lastName } from '../named';
import { parameterOf } from '../parts';

/** What a paper says of itself. */
const OF_PAPER = /^(id|status|type|scope|token|expir\w*|revoked\w*|granted_?to|\w+(Id|_id|Type|_type|At|_at))$/i;
/** What only a paper says: of whom, to whom, how long. */
const BINDS =
  /^(scopes?|purpose|granted_?to|expir\w*|revoked\w*|consent_?type|(borrower|patient|client|merchant|subject|organi[sz]ation|institution|provider|grantee|recipient|lender|controller)_?id)$/i;
/** For which nobody needs a paper. */
const TRACKS = /market|analytic|track|cookie|advert|personali[sz]|newsletter|promot/i;

export function isPaper({ bodies }: Walking, body: Body, { found }: Taken): boolean {
  if (OF_PAPER.test(found.below[0] ?? '')) return true;
  const [name = ''] = found.words.replace(/\(\)$/, '').split('.');
  const { functions } = body.reader.module;
  const homes = functions.flatMap(({ parent }, at) => (parent === body.index ? [bodies.of(body.fn - body.index + at)] : []));
  const read = [
    ...membersOf(body, (object) => name !== '' && lastName(body, object) === name),
    ...homes.flatMap((home) => membersOf(home, (object) => parameterOf(home, object) >= 0)),
  ];
  return read.some((member) => BINDS.test(member)) && ![body, ...homes].some(namesTracking);
}

function membersOf(body: Body, isOf: (object: number) => boolean): string[] {
  const out: string[] = [];
  for (let i = 0; i < body.reader.count; i++)
    if (body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && isOf(body.operand(i, 0))) out.push(body.name(i, 1));
  return out;
}

const namesTracking = (body: Body): boolean => {
  for (let i = 0; i < body.reader.count; i++) if (TRACKS.test(body.text(i) ?? '')) return true;
  return false;
};
