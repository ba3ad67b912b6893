/** Snippets of examples: the imports, then an exported function of a person whose type is declared. */

/** `body` runs with `user: User` (id, email, fullName). */
export function withUser(imports: string, ...body: string[]): string {
  return snippet(imports, 'interface User { id: string; email: string; fullName: string }', 'user: User', body);
}

/** `body` runs with `patient: Patient` (id, ssn, diagnosis): data that must be encrypted. */
export function withPatient(imports: string, ...body: string[]): string {
  return snippet(imports, 'interface Patient { id: string; ssn: string; diagnosis: string }', 'patient: Patient', body);
}

function snippet(imports: string, declaration: string, parameter: string, body: string[]): string {
  const lines = [declaration, `export async function example(${parameter}) {`, ...body.map((line) => `  ${line}`), '}'];
  return (imports ? [imports, ...lines] : lines).join('\n');
}
