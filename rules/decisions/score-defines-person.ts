import type { Finding, Rule } from '../../server/engine/rule';
import type { Act } from '../../server/engine/rule/dependence';

export const scoreDefinesPerson: Rule = {
  id: 'score-defines-person',
  title: 'One sentiment or NPS-like number decides how a person is treated',
  family: 'decisions',
  value: 'Respect',
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(d) and 22, accuracy and automated decisions (checked 2026-11-28)',
    'May be relevant: EU AI Act Art. 5(1)(f), emotions at work (checked 2026-11-28)',
  ],
  why:
    'A customer gives a 4 because the parcel came late, and from that day he is a "detractor" who waits longer on the phone. Nobody asked ' +
    'what the 4 was for. A number that was meant to tell the shop about itself now tells it who he is.',
  limits:
    'It looks at NPS, CSAT, sentiment, engagement, lead and toxicity scores that alone decide a level of service, pay, a label, or whether ' +
    'feedback is shown. Figures over many people and tasks for people are fine, and so is a label with its source, its confidence and its end.',
  fixes: [
    'Give a person the task to call back, with the comment.',
    'Store the label with `confidence`, `source` and `expiresAt`.',
  ],
  examples: {
    bad: [
      `if (survey.nps <= 6) await crm.update(customer.id, { segment: 'detractor', supportLevel: 'basic' }); // !`,
      `agent.bonus = agent.avgSentiment > 0.6 ? 500 : 0; // !`,
      `if (sentiment(review.text) < 0) await reviews.hide(review.id); // !`,
    ],
    ok: [
      `const quarterNps = computeNps(responses.map((r) => r.score));`,
      `if (survey.nps <= 6) await tasks.create({ type: 'call-back', customerId: customer.id, note: survey.comment });`,
      `await insights.save({ customerId, label: 'unhappy', confidence: 0.62, source: 'survey:42', expiresAt: addDays(now, 30) });`,
    ],
  },
  *check(ask) {
    for (const act of ask.dependences.acts())
      if (act.alone && (act.doing === 'treatment' || act.doing === 'evaluation' || act.doing === 'label')) yield finding(act);
  },
};

function finding({ at, extent, symbol, path, confidence, words, attribute, doing }: Act): Omit<Finding, 'rule'> {
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: 'info',
    message:
      doing === 'label'
        ? `A label is put on a person (${words}) by one number, ${attribute.words}.`
        : `One number, ${attribute.words}, decides how a person is treated (${words}).`,
    hint: 'Let a person look at what is behind the number, or keep its source, its confidence and its end with it.',
    kind: doing,
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}
