import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

const root = join(import.meta.dirname, '../examples/daily-crumb');

/** Where each family of rules shows, by the line's text. A wrong connection also sends data to a foreign host. */
const expected = [
  "pii-in-logs server/routes/customers.ts: audit('phone changed', { customerId, from: before.phone, to: phone });",
  'pii-to-third-party server/logging/problems.ts: scope.setUser({ id: order.customerId, email: order.customer.email });',
  'pii-in-prompt server/hiring/summary.ts: prompt: `${applicant.fullName}, born ${applicant.birthYear}, writes: ${applicant.coverLetter}`,',
  'pii-in-url server/routes/newsletter.ts: res.redirect(303, `/newsletter/thanks?email=${encodeURIComponent(email)}`);',
  "pii-in-browser-storage web/pages/Checkout.tsx: remember('customer', loaded);",
  "cleartext-pii server/bookkeeping/payroll.ts: await bookkeeper.post('/wages', { account: employee.iban, cents: employee.hourly * employee.hours });",
  "pii-to-third-party server/bookkeeping/payroll.ts: await bookkeeper.post('/wages', { account: employee.iban, cents: employee.hourly * employee.hours });",
  "weak-anonymization server/jobs/statistics.ts: const anonymousId = createHash('sha256').update(order.customer.email).digest('hex');",
  'personalized-price server/pricing/delivery.ts: return Math.round(baseCents * factor);',
  'protected-attribute-decision server/hiring/ranking.ts: if (new Date().getFullYear() - applicant.birthYear > 50) score -= 5;',
  'undeclared-flow server/routes/customers.ts: birthplace: z.string().optional(),',
  "undeclared-region server/bookkeeping/archive.ts: const archive = new S3Client({ region: 'us-east-1' });",
  'incomplete-policy data-ethics.json: "lastReview": "2026-04-01"',
  'over-fetched-record server/routes/customers.ts: return (await prisma.customer.findUniqueOrThrow({ where: { id }, include: { address: true } })) as Customer;',
  'unused-personal-field server/routes/customers.ts: birthplace: z.string().optional(),',
  "unmasked-session-replay web/analytics/recording.ts: LogRocket.init('daily-crumb/shop', { dom: { textSanitizer: true } });",
  'preselected-consent web/newsletter/NewsletterForm.tsx: <input type="checkbox" name="shareWithPartners" defaultChecked /> Also send me offers of the mill and the dairy',
  'false-urgency web/products/Interest.tsx: return <p>{viewers} people are looking at this right now</p>;',
  "marketing-without-opt-in server/mail/weekly-letter.ts: quiet.map(({ email }) => mail.emails.send({ from: sender, to: email, subject: 'We miss you: 10 % off', html })),",
  "purpose-mismatch server/mail/gluten-free-week.ts: await mail.emails.send({ from: sender, to: reader.email, subject: 'Special offer: our gluten-free box', html });",
  'tracking-without-consent web/analytics/analytics.ts: posthog.init(import.meta.env.VITE_POSTHOG_KEY, {',
].sort();

test('the example shop shows each family of rules, and is silent elsewhere', () => {
  const files = Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
  const found = analyzeFiles(files).map(({ rule, at }) => {
    const text = files[at.path]!;
    const line = text.slice(text.lastIndexOf('\n', at.start - 1) + 1).split('\n')[0]!;
    return `${rule} ${at.path}: ${line.trim()}`;
  });
  expect(found.sort()).toEqual(expected);
});
