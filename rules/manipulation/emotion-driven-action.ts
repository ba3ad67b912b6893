import type { Finding, Rule } from '../../server/engine/rule';
import type { Act, Dependence } from '../../server/engine/rule/dependence';

export const emotionDrivenAction: Rule = {
  id: 'emotion-driven-action',
  title: 'Inferred feelings are used to sell, or to brush off',
  family: 'manipulation',
  value: 'Beneficence',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: EU AI Act Art. 5(1)(a), (b) and (f), 50(3), manipulation and emotion recognition (checked 2026-11-28)',
    'May be relevant: GDPR Art. 9, biometric and health data (checked 2026-11-28)',
    'May be relevant: Directive 2005/29/EC Art. 5 to 9, unfair commercial practices (checked 2026-11-28)',
  ],
  why:
    'Late at night a woman types that nobody has called her all week. The app notices the word, and a minute later her phone offers a box ' +
    'of chocolates with her name on it. She had written to somebody; what answered was a shop that had waited for the moment.',
  limits:
    'It follows sentiment, mood and expressions of a face to offers, advertising, messages that sell, and to help that is hidden. A price by ' +
    'feelings is told about as personalized-price. Routing to a human being, figures about many people and themes of a screen are fine. ' +
    'What a text says is judged by common words of selling in English.',
  fixes: [
    'Bring a human being: `handoffToAgent(conversation.id)`.',
    'Take the feeling out of the condition.',
    'Do not read feelings from faces or voices, or tell people beforehand and ask them.',
  ],
  examples: {
    bad: [
      `const mood = await detectMood(message.text);
if (mood === 'lonely') await push.send(user.id, { title: 'Treat yourself', sku: 'PREMIUM' }); // !`,
      `if (sentiment.score < -0.6) hideContactButton(); // !`,
      `const faces = await faceapi.detectAllFaces(video).withFaceExpressions(); // !
if (faces[0]?.expressions.happy > 0.8) showUpsell();`,
    ],
    ok: [
      `if (sentiment.score < -0.4) await tickets.assign(ticket.id, { queue: 'human-priority' });`,
      `const trend = average(reviews.map((r) => analyzer.getSentiment(r.tokens)));
dashboard.set('sentiment', trend);`,
      `const theme = mood === 'dark' ? darkTheme : lightTheme;`,
    ],
  },
  *check(ask) {
    for (const act of ask.dependences.acts()) {
      if (!act.attribute.classes.includes('emotion')) continue;
      if (sentences[act.doing]) yield finding(act);
    }
    for (const price of ask.dependences.prices()) if (price.attribute.isInferred && price.excuse === '') yield ofPrice(price);
  },
};

const sentences: Partial<Record<Act['doing'], (act: Act) => string>> = {
  offer: ({ words, attribute }) => `Something is offered (${words}) because of how a person feels (${attribute.words}).`,
  dismissal: ({ words, attribute }) => `Help is taken away (${words}) because of how a person feels (${attribute.words}).`,
  evaluation: ({ words, attribute }) => `Somebody at work is judged (${words}) by how a person feels (${attribute.words}).`,
  capture: ({ words }) => `Feelings are read from a face or a voice (${words}).`,
};

function ofPrice({ at, extent, symbol, path, confidence, value, attribute, direction }: Dependence): Omit<Finding, 'rule'> {
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: direction === 'surcharge' ? 'error' : 'warning',
    message: `The price (${value}) depends on how a person feels (${attribute.words})${direction === 'surcharge' ? ': people pay more because of it' : ''}.`,
    hint: 'Use the same price for everybody, or take the feeling out of the condition.',
    kind: 'price',
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}

function finding(act: Act): Omit<Finding, 'rule'> {
  const { at, extent, symbol, path, confidence, doing, attribute } = act;
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: doing === 'capture' ? 'info' : 'warning',
    message: sentences[doing]?.(act) ?? '',
    hint:
      doing === 'capture'
        ? 'Leave faces and voices alone, or tell people beforehand and ask them.'
        : 'Bring a human being instead, or take the feeling out of the condition.',
    kind: doing,
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}
