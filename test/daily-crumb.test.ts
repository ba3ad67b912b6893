import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

const root = join(import.meta.dirname, '../examples/daily-crumb');

/** Where each rule shows once, by the line's text. A wrong connection also sends data to a foreign host. */
const expected = [
  "pii-in-logs server/routes/customers.ts: audit('phone changed', { customerId, from: before.phone, to: phone });",
  'pii-to-third-party server/logging/problems.ts: scope.setUser({ id: order.customerId, email: order.customer.email });',
  'pii-in-prompt server/hiring/summary.ts: prompt: `${applicant.fullName}, born ${applicant.birthYear}, writes: ${applicant.coverLetter}`,',
  'pii-in-url server/routes/newsletter.ts: res.redirect(303, `/newsletter/thanks?email=${encodeURIComponent(email)}`);',
  "pii-in-browser-storage web/pages/Checkout.tsx: remember('customer', loaded);",
  "cleartext-pii server/bookkeeping/payroll.ts: await bookkeeper.post('/wages', { account: employee.iban, cents: employee.hourly * employee.hours });",
  "pii-to-third-party server/bookkeeping/payroll.ts: await bookkeeper.post('/wages', { account: employee.iban, cents: employee.hourly * employee.hours });",
  "weak-anonymization server/jobs/statistics.ts: const anonymousId = createHash('sha256').update(order.customer.email).digest('hex');",
  'personalized-price server/pricing/delivery.ts: const factor = villas.includes(address.postcode) ? 1.4 : 1;',
  'tracking-without-consent web/analytics/analytics.ts: posthog.init(import.meta.env.VITE_POSTHOG_KEY, {',
].sort();

test('the example shop shows each rule once, and is silent elsewhere', () => {
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
