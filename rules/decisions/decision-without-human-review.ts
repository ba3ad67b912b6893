import type { Finding, Rule } from '../../server/engine/rule';
import type { Ending } from '../../server/engine/rule/dependence';

export const decisionWithoutHumanReview: Rule = {
  id: 'decision-without-human-review',
  title: 'A person is refused, dismissed or blocked with no human in the loop',
  family: 'decisions',
  value: 'Beneficence',
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 22, decisions based solely on automated processing (checked 2026-11-28)',
    'May be relevant: EU AI Act Art. 14, human oversight (checked 2026-11-28)',
    'May be relevant: 11 CCR 7200 ff., automated decision-making technology (checked 2026-11-28)',
  ],
  why:
    'A driver wakes up and cannot log in. A number reached 0.91 at four in the morning, and with it his work ended. He writes, and an ' +
    'assistant thanks him for his message. There is nobody he could explain the borrowed phone to.',
  limits:
    'It looks at calls that terminate, suspend, ban, deny or reject something of a person where a model or a score decides, and at bots that ' +
    'answer with a model. A word of review, appeal, referral or hand-over in the same function (for a bot, in the same file) is taken ' +
    'at its word. A review that happens in another service is not seen.',
  fixes: [
    'Queue the case for a person: `queueForReview({ subject: c.id, suggestion: "reject" })`.',
    'Give a conversation a way out: `if (wantsHuman(m.text)) return handoffToAgent(m.conversationId)`.',
  ],
  examples: {
    bad: [
      `if (fraudScore > 0.9) await accounts.terminate(user.id); // !`,
      `for (const c of candidates) if ((await llmScore(c.cv)) < 6) await ats.reject(c.id); // !`,
      `bot.on('message', async (m) => reply(m, (await chat.complete(m.text)).text)); // !`,
    ],
    ok: [
      `if (fraudScore > 0.9) await reviewQueue.add({ userId: user.id, fraudScore });`,
      `const out = score >= 0.7 ? 'approve' : score <= 0.2 ? 'refer' : 'manual_review';`,
      `if (intent === 'complaint' || wantsHuman(m.text)) return handoffToAgent(m.conversationId);`,
      `if (loadScore > 0.9) worker.terminate();`,
    ],
  },
  *check(ask) {
    for (const ending of ask.dependences.endings()) yield finding(ending);
  },
};

function finding({ at, extent, symbol, path, confidence, words, by, kind, isGrave }: Ending): Omit<Finding, 'rule'> {
  const isEffect = kind === 'effect';
  return {
    at,
    extent,
    symbol,
    path,
    confidence,
    severity: isGrave && confidence === 'high' ? 'warning' : 'info',
    message: isEffect
      ? `${by} alone decides that this happens to a person (${words}); nobody looks at it before.`
      : `People are answered by ${by} alone (${words}); there is no way to a human being.`,
    hint: isEffect
      ? 'Queue the case for a person who can decide otherwise.'
      : 'Hand the conversation over to a person where somebody asks for one.',
    kind,
    categories: [],
  };
}
