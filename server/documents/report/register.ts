/** Every price and decision that takes in something about a person, and who waits for a yes before tracking. */
import type { DependenceEntry } from '../../session/register';
import { plural } from '../inventory/words';
import { heading, list, more, table, text, type Block, type Text } from '../page/blocks';
import type { ReportInput } from './input';

export function register(input: ReportInput): Block[] {
  const { prices, decisions, unexplained, endings } = input.audit.register;
  const { pricing, decisions: declared } = input.audit.policyOf(input.policy);
  const allowed = ({ attribute, words, category }: DependenceEntry): boolean =>
    pricing.allowed.some(({ attribute: own }) => [attribute, category, words, words.split('.').at(-1)].includes(own));
  const rows = [
    ...prices.map((entry): Text[] => [
      ...cells(entry, TO_PAY),
      told[entry.shown],
      allowed(entry) ? 'allowed by the policy' : '–',
    ]),
    ...decisions.map((entry): Text[] => [
      ...cells(entry),
      unexplained.some(({ symbol }) => symbol === entry.symbol) ? 'no reason goes out' : '–',
      declared.audited.some((id) => [entry.attribute, entry.category].includes(id)) ? 'audited for bias' : 'no audit is declared',
    ]),
  ];
  const alone = endings.map(({ by, at }): Text => [`${by} ends it, and no way to a person was seen `, { code: input.shown(at) }]);
  return [
    heading('Prices and decisions'),
    text(
      `${plural(prices.length, 'price')} and ${plural(decisions.length, 'decision')} take in an attribute of a person; ` +
        `${plural(unexplained.length, 'decision')} of a machine ${unexplained.length === 1 ? 'goes' : 'go'} out without a reason; ` +
        `${plural(endings.length, 'place')} where a machine alone says no.`,
    ),
    ...table(
      'Prices and decisions that depend on a person',
      ['Value', 'Takes in', 'For the person', 'Told', 'Policy', 'Place'],
      rows.map((row, index) => [...row, { code: input.shown([...prices, ...decisions][index]!.at) }]),
    ),
    ...list(alone),
  ];
}

/** @param ways what a direction means; which answer of a decision people hope for, code does not say. */
function cells({ value, attribute, words, direction, excuse }: DependenceEntry, ways?: Record<string, string>): Text[] {
  const way = ways?.[direction] ?? 'not known';
  return [value, [`${attribute}: `, { code: words }], excuse ? `${way} (${excuse})` : way];
}

const TO_PAY = { surcharge: 'more to pay', discount: 'less to pay' };

const told: Record<DependenceEntry['shown'], string> = {
  no: 'not shown where it is made',
  disclosed: 'yes',
  undisclosed: 'no word about it',
};

export function consent({ audit, policy, shown }: ReportInput): Block[] {
  const { trackings } = audit.register;
  const { managedBy, strictlyNecessary } = audit.policyOf(policy).consent;
  const kinds = [...new Set(trackings.map(({ serves }) => serves))].sort();
  const open = trackings.filter(({ guarded }) => !guarded);
  const kindRow = (kind: string): Text[] => {
    const own = trackings.filter(({ serves }) => serves === kind);
    const guarded = own.filter((tracking) => tracking.guarded).length;
    return [kind, String(own.length), String(guarded), String(own.length - guarded)];
  };
  const about = audit.result.findings.filter(({ rule }) =>
    /^(?:preselected-consent|asymmetric-choice|ignored-opt-out|privacy-penalty)$/.test(rule),
  );
  return [
    heading('Consent'),
    ...(trackings.length === 0 ? [text('No tracking was seen.')] : []),
    ...table('Tracking calls that wait for a yes', ['For', 'Calls', 'Wait for consent', 'Do not'], kinds.map(kindRow)),
    ...(managedBy ? [text(`By the policy, ${managedBy} blocks trackers outside of the code. Code cannot show that.`)] : []),
    ...(strictlyNecessary.length > 0 ? [text(`By the policy, these need no consent: ${strictlyNecessary.join(', ')}.`)] : []),
    ...(open.length > 0
      ? [
          more(
            `${plural(open.length, 'call')} that ${open.length === 1 ? 'does' : 'do'} not wait`,
            list(
              open.map(({ vendor, words, guard, at }): Text => [
                `${vendor}, ${words}: ${why[guard] ?? guard} `,
                { code: shown(at) },
              ]),
            ),
          ),
        ]
      : []),
    text(
      about.length > 0
        ? 'A no should be as easy as a yes, be heard, and cost nothing:'
        : 'No box was found that is ticked beforehand, no choice that makes the no harder, no refusal that is ignored or costs something.',
    ),
    ...list(about.map(({ message, at }): Text => [message, ' ', { code: shown(at) }])),
  ];
}

const why: Record<string, string> = {
  'no-check': 'nobody is asked on the way',
  'late-check': 'the question comes after it',
  'wrong-branch': 'it runs where the answer was no',
  silence: 'no answer counts as a yes',
  'wrong-purpose': 'the yes was for something else',
  'discarded-check': 'the answer is not used',
  'unawaited-check': 'the answer is not waited for',
  'one-caller': 'some callers ask and some do not',
};
