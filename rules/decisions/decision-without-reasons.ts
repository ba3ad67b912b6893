import type { Finding, Rule } from '../../server/engine/rule';
import type { Outcome } from '../../server/engine/rule/dependence';

export const decisionWithoutReasons: Rule = {
  id: 'decision-without-reasons',
  title: 'An automated decision carries no explanation',
  family: 'decisions',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 13(2)(f), 15(1)(h) and 22(3), the logic involved and the right to contest (checked 2026-11-28)',
    'May be relevant: EU AI Act Art. 86, explanation of individual decisions (checked 2026-11-28)',
    'May be relevant: ECOA, Regulation B, 12 CFR 1002.9, reasons for adverse action (checked 2026-11-28)',
  ],
  why:
    'A nurse applies for a flat near her hospital and is told "declined". She does not know that a missing payslip lowered a number, so she ' +
    'cannot send it, and the next landlord who asks the same service will refuse her too. A reason of five words would have been enough.',
  limits:
    'It looks for reasons in the same object, call or function and in direct callers; a letter that another service writes is not seen. ' +
    'A decision counts where a model, a score or a list of rules in sight makes it; answers of forms, of logins and of people do not. ' +
    'Whether the reason given is true or understandable is for people to say. ' +
    'Reasons without a way to contest the decision are shown in the strict preset.',
  fixes: [
    'Send the reasons along: `reasons: topReasons(contributions, 3)`.',
    'Name the rules that failed: `rules.filter((rule) => !rule.test(a)).map((rule) => rule.code)`.',
    'Say where the person can contest the decision: `appealUrl`.',
  ],
  examples: {
    bad: [
      `const score = await riskModel.score(application);
if (score < 0.4) {
  return res.json({ approved: false }); // !
}`,
      `async function triage(a: Applicant) {
  const ok = rules.every((r) => r.test(a));
  await prisma.applicant.update({ where: { id: a.id }, data: { status: ok ? 'SHORTLISTED' : 'REJECTED' } }); // !
}`,
      `if (limitEngine.evaluate(customer) === 'DECLINE') {
  await mailer.send({ to: customer.email, template: 'declined', data: { name: customer.name } }); // !
}`,
    ],
    ok: [
      `const { score, contributions } = await riskModel.explain(application);
return res.json({ approved: score >= 0.4, reasons: topReasons(contributions, 3), appealUrl: '/appeal' });`,
      `if (!parsed.success) return res.status(400).json({ accepted: false, issues: parsed.error.issues });`,
      `if (!session.user) return res.status(401).json({ allowed: false });`,
      `await prisma.claim.update({ where: { id }, data: { status: 'REJECTED', decidedBy: reviewer.id, note: form.note } });`,
    ],
  },
  *check(ask) {
    for (const outcome of ask.dependences.unexplained()) yield finding(outcome);
  },
};

const ways: Record<Outcome['how'], string> = {
  answer: 'is answered',
  record: 'is kept',
  message: 'is told to the person',
  return: 'is handed on',
};

function finding({ how, decision, by, lacks, confidence, at, extent, symbol, path }: Outcome): Omit<Finding, 'rule'> {
  const decided = `A decision about a person (${decision}) that ${by} made ${ways[how]}`;
  const said =
    lacks === 'appeal'
      ? {
          message: `${decided} with its reasons, and without a word on how to contest it.`,
          hint: 'Say where the person can ask somebody to look at it again: `appealUrl`.',
          kind: 'no-appeal',
        }
      : {
          message: `${decided} without a reason.`,
          hint: 'Give the reasons in the same place, in words that the person understands, and say how to contest the decision.',
          kind: how,
        };
  return { at, extent, symbol, path, confidence, severity: confidence === 'high' ? 'warning' : 'info', ...said, categories: [] };
}
