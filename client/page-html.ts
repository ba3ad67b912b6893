/** What stands in the pages beside the editor, as text: no part of the editor is needed for it. */
import { randomBytes } from 'node:crypto';

export function rulePageHtml({ title, body, style, source }: Record<'title' | 'body' | 'style' | 'source', string>): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body><main>${body}</main></body>
</html>`;
}

/**
 * The report in the colours of the editor. Its own policy lets in one style and one script, each by its hash, and nothing else;
 * the editor's colours come in by a number that is used once.
 */
export function reportHtml(html: string): string {
  const nonce = randomBytes(16).toString('base64url');
  return html
    .replace('; style-src ', `; style-src 'nonce-${nonce}' `)
    .replace('</head>', `<style nonce="${nonce}">${LOOK}</style>\n</head>`);
}

/** Links and code look as the page has them: the editor's own style makes some links unlike others and code a block of colour. */
const LOOK = `
html { font-size: calc(var(--vscode-font-size, 13px) + 1px); }
html:has(.vscode-light, .vscode-high-contrast-light) { color-scheme: light; }
html:has(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)) { color-scheme: dark; }
a { text-decoration: underline; }
code { color: inherit; background: none; padding: 0; }
body { --ink: var(--vscode-editor-foreground); --paper: var(--vscode-editor-background); --link: var(--vscode-textLink-foreground);
  --soft: var(--vscode-textBlockQuote-background); --line: var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-editor-foreground) 55%, transparent)); }
`;
