/** Consents that are papers: who may see whose data, for how long. Whoever has none of somebody is turned away, not who refused. */
import { Flag, Kind } from '../../ir';
import type { Bodies, Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import type { Walking } from '../influence/steps';
import { lastName } from '../named';
import { parameterOf } from '../parts';

/** What a paper says of itself. */
const OF_PAPER = /^(id|status|type|scope|token|expir\w*|revoked\w*|granted_?to|\w+(Id|_id|Type|_type|At|_at))$/i;
/** What only a paper says: of whom, to whom, how long. */
const BINDS =
  /^(scopes?|purpose|granted_?to|expir\w*|revoked\w*|consent_?type|(borrower|patient|client|merchant|subject|organi[sz]ation|institution|provider|grantee|recipient|lender|controller)_?id)$/i;
/** `dto.agreeConsent`: a paper that is signed with what is asked for. */
const SIGNED = /^(agrees?|accepts?|signs?)(d|ed)?_?(to|the)?_?consents?$/i;
/** For which nobody needs a paper. */
const TRACKS = /market|analytic|track|cookie|advert|personali[sz]|newsletter|promot/i;

export function isPaper({ bodies }: Walking, body: Body, { found }: Taken): boolean {
  if (OF_PAPER.test(found.below[0] ?? '')) return true;
  if (SIGNED.test(found.words.split('.').at(-1) ?? '')) return true;
  const [name = ''] = found.words.replace(/\(\)$/, '').split('.');
  const { binding, ofParameters, isTracking } = readIn(bodies, body);
  return !isTracking && (ofParameters || binding.has(name));
}

interface Read {
  /** Names of values of which a member is read that binds. */
  binding: ReadonlySet<string>;
  /** One of them is a parameter of a function written inside: `consents.some((one) => one.purpose === …)`. */
  ofParameters: boolean;
  isTracking: boolean;
}

const reads = new WeakMap<Body, Read>();

function readIn(bodies: Bodies, body: Body): Read {
  const known = reads.get(body);
  if (known) return known;
  const binding = new Set<string>();
  let ofParameters = false;
  let isTracking = false;
  const look = (home: Body): void => {
    for (let i = 0; i < home.reader.count; i++) {
      isTracking ||= TRACKS.test(home.text(i) ?? '');
      if (home.kind(i) !== Kind.Get || home.has(i, Flag.Computed) || !BINDS.test(home.name(i, 1))) continue;
      if (home === body) binding.add(lastName(home, home.operand(i, 0)));
      else ofParameters ||= parameterOf(home, home.operand(i, 0)) >= 0;
    }
  };
  look(body);
  body.reader.module.functions.forEach(({ parent }, at) => {
    if (parent === body.index && at > 0) look(bodies.of(body.fn - body.index + at));
  });
  const read = { binding, ofParameters, isTracking };
  reads.set(body, read);
  return read;
}
