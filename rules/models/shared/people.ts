const PERSON = 'interface User { id: string; email: string; fullName: string; phone: string }';

/** A snippet: `head` (imports, clients; may be empty), a declared person, and statements in a function that is given one. */
export function withUser(head: string, ...statements: string[]): string {
  const body = statements.map((statement) => `  ${statement}`);
  return [...(head ? [head] : []), PERSON, 'export async function example(user: User, orderId: string) {', ...body, '}'].join(
    '\n',
  );
}

/** The same after a consent check, so that only the data is in question and not whether tracking may run. */
export function consented(head: string, ...statements: string[]): string {
  return withUser(head, "if (!hasConsent('marketing')) return;", ...statements);
}

/** A snippet about a patient: what a message may never carry without need. */
export function withPatient(head: string, ...statements: string[]): string {
  const declared = 'interface Patient { id: string; phone: string; email: string; diagnosis: string }';
  const body = statements.map((statement) => `  ${statement}`);
  return [...(head ? [head] : []), declared, 'export async function example(patient: Patient) {', ...body, '}'].join('\n');
}
