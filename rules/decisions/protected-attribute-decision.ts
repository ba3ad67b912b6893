import type { Finding, Rule } from '../../server/engine/rule';
import type { Dependence } from '../../server/engine/rule/dependence';

export const protectedAttributeDecision: Rule = {
  id: 'protected-attribute-decision',
  title: 'A decision depends on a protected attribute or its proxy',
  family: 'decisions',
  value: 'Fairness',
  severity: 'error',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: EU AI Act Annex III points 4 and 5 and Art. 10, employment and credit (checked 2026-11-28)',
    'May be relevant: GDPR Art. 9 and Art. 22(4), special categories and automated decisions (checked 2026-11-28)',
    'May be relevant: ECOA, Regulation B, 12 CFR 1002.6, credit without regard to sex, age or marital status (checked 2026-11-28)',
    'May be relevant: NYC Local Law 144, bias audit of hiring tools (checked 2026-11-28)',
  ],
  why:
    'A widow asks for a loan to repair her roof. She has paid every bill for thirty years. A line that somebody copied from an old form takes ' +
    '25 points off for people who are not married, and the letter she gets says only "declined". Nobody at the bank decided that; nobody sees it.',
  limits:
    'It follows attributes through branches, arithmetic, tables, filters, features of a model and prompts, not into a trained model: data that ' +
    'look neutral may carry the same bias, which only an audit of outcomes shows. Legal age limits, delivery zones, accommodation, doses and ' +
    'what a person asked for are fine. An attribute that was audited can be named under `decisions.audited`. Help that is granted by what people are (a pension, a scheme), and papers that only ' +
    'some are asked for, are told as a note; ' +
    'what is good for a patient, and what suits somebody, is left alone.',
  fixes: [
    'Take the attribute out of the decision: `const { gender, postcode, ...features } = application`.',
    'Keep the attribute apart, and use it only to compare outcomes between groups.',
    'Name the legal check under `decisions.legalGates`, or the audit under `decisions.audited`.',
  ],
  examples: {
    bad: [
      `function creditScore(a: Applicant) {
  let score = 600 + a.income / 1000;
  if (a.maritalStatus === 'single') score -= 25; // !
  return score;
}`,
      `const shortlist = candidates.filter((c) => c.yearsExperience > 3 && new Date().getFullYear() - c.birthYear < 45); // !`,
      `const features = [app.income, app.debtRatio, app.gender === 'F' ? 1 : 0, zipRisk[app.zip]];
const approved = (await model.predict(features)) > 0.5; // !`,
      `const prompt = \`Rank these applicants 1-10. \${cvs.map((c) => \`\${c.firstName}, \${c.nationality}, \${c.summary}\`).join('\\n')}\`;
const { text } = await generateText({ model, prompt }); // !`,
    ],
    ok: [
      `if (calcAge(customer.birthDate) < 18) return res.status(403).json({ reason: 'alcohol_age_limit' });`,
      `const { gender, ethnicity, postcode, ...features } = application;
const risk = await model.predict(features);`,
      `const byGroup = groupBy(decisions, (d) => d.applicant.gender);
const rates = mapValues(byGroup, (g) => g.filter((d) => d.approved).length / g.length);`,
      `const vehicle = ride.rider.usesWheelchair ? pickAccessible(fleet) : nearest(fleet);`,
      `const deliverable = DELIVERY_ZONES.has(address.postcode.slice(0, 3));`,
    ],
  },
  *check(ask) {
    for (const decision of ask.dependences.decisions()) {
      if (decision.excuse !== '' && decision.excuse !== 'granted') continue;
      yield finding(decision);
    }
  },
};

/** May stand for origin, or for nothing. */
const POSSIBLE = ['native-language', 'person-name', 'photo-voice', 'postal-address'];

/** Who stays at home, and what happens in a life. */
const OF_FAMILY = /leave|gap|life event/;

const takes: Partial<Record<Dependence['form'], string>> = {
  'model-feature': 'is given the',
  prompt: 'asks a model to judge people by the',
  filter: 'selects people by the',
  comparator: 'orders people by the',
  query: 'selects people by the',
};

function severityOf({ attribute, confidence, excuse }: Dependence): Finding['severity'] {
  if (excuse === 'granted') return 'info';
  if (!attribute.classes.includes('protected'))
    return POSSIBLE.includes(attribute.category) || confidence !== 'high' ? 'info' : 'warning';
  return confidence === 'high' ? 'error' : 'warning';
}

function finding(decision: Dependence): Omit<Finding, 'rule'> {
  const { attribute, value, form, confidence, at, extent, symbol, path } = decision;
  const isProtected = attribute.classes.includes('protected');
  const also = decision.alsoOn(['protected']);
  const origin = OF_FAMILY.test(attribute.title) ? 'the family that people have' : 'where people come from';
  const stands = isProtected ? '' : `, which can stand for ${origin}`;
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: severityOf(decision),
    message: `The decision (${value}) ${takes[form] ?? 'depends on the'} ${attribute.title} of the person (${attribute.words})${stands}.${also && ` ${also}`}`,
    hint:
      decision.excuse === 'granted'
        ? 'Where a law or a programme asks for it, name the check under decisions.legalGates in data-ethics.json.'
        : 'Leave the attribute out of the decision, and compare outcomes between groups instead.',
    kind: isProtected ? 'protected' : 'proxy',
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}
