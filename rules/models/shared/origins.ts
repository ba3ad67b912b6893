/** Snippets of examples in which a framework hands personal data in: a handler is registered, then one line runs in it. */
export function inHandler(imports: string, opening: string, line: string, closing = '});'): string {
  return [imports, opening, `  ${line}`, closing].filter(Boolean).join('\n');
}
