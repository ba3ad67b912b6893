/** Whether a file's code runs in a browser, by what it is called, imports and mentions. */
const SERVER_ONLY =
  /^(node:|fs$|fs\/|path$|http$|express$|fastify$|koa$|@nestjs\/|next\/server|next\/headers|@prisma\/client|server-only)/;

export function isBrowser(path: string, names: readonly string[], specifiers: readonly string[]): boolean {
  if (names.includes('use client')) return true;
  if (names.includes('use server') || specifiers.some((specifier) => SERVER_ONLY.test(specifier))) return false;
  return /\.(tsx|jsx|vue|svelte|html)$/.test(path);
}
