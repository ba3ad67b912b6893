import type { Rule } from '../../server/engine/rule';

export const falseUrgency: Rule = {
  id: 'false-urgency',
  title: 'Made-up scarcity or countdown',
  family: 'manipulation',
  value: 'Beneficence',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: UCPD Annex I(7), false claims of limited time (checked 2026-11-28)',
    'May be relevant: DSA Art. 25; FTC report on dark patterns, 2022 (checked 2026-11-28)',
  ],
  why:
    'Nineteen people are looking at the last room, says the page to a woman who books the trip to her mother’s funeral. She pays at once, ' +
    'more than she has. The nineteen were a number that the page had just thrown with a die.',
  limits:
    'It reads texts in JSX in several languages and follows the number beside them to where it is made. A number that a server made up ' +
    'looks like any other; a text alone, without a number or a date, is not reported.',
  fixes: ['Show the stock, the bookings or the deadline that there is: `new Date(campaign.endsAt)`.', 'Leave the sentence out.'],
  examples: {
    bad: [
      `const viewers = 5 + Math.floor(Math.random() * 20);
return <p>{viewers} people are looking at this room right now</p>; // !`,
      `const [endsAt] = useState(() => Date.now() + 15 * 60_000);
return <Countdown label="Offer ends in" to={endsAt} />; // !`,
      `const left = user.impulseScore > 0.7 ? 2 : product.stock;
return <Badge>Only {left} left!</Badge>; // !`,
    ],
    ok: [
      `return product.stock < 5 ? <Badge>Only {product.stock} left</Badge> : null;`,
      `return <Countdown label="Sale ends in" to={new Date(campaign.endsAt)} />;`,
      `return <p>We hold your seats for <Countdown to={reservation.expiresAt} /></p>;`,
    ],
  },
  *check(ask) {
    for (const urgency of ask.urgencies()) {
      const { from, text } = urgency;
      yield ask.finding(urgency, [], {
        severity: from === 'person' ? 'error' : from === 'constant' ? 'info' : 'warning',
        confidence: urgency.confidence,
        message: `“${text}” hurries people with ${sources[from]}.`,
        hint: 'Show what there really is, or leave the sentence out.',
        kind: from,
      });
    }
  },
};

const sources: Record<string, string> = {
  random: 'a random number',
  constant: 'a number that never changes',
  visit: 'a deadline that begins anew with each visit',
  person: 'a number that depends on who they are',
};
