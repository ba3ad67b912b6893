import ignore, { type Ignore } from 'ignore';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Who owns a path, by the first CODEOWNERS file there is: the last line that matches decides. */
export function readOwners(read: (path: string) => string | undefined): (path: string) => string {
  const text = PLACES.map(read).find((found) => found !== undefined) ?? '';
  const lines = text.split('\n').flatMap(ownersIn).reverse();
  return (path) =>
    path === '' || path.startsWith('../') ? '' : (lines.find(({ pattern }) => pattern.ignores(path))?.owners ?? '');
}

function ownersIn(line: string): { pattern: Ignore; owners: string }[] {
  const [pattern, ...owners] = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/\s+/);
  if (!pattern || pattern.startsWith('[') || pattern.startsWith('^')) return [];
  return [{ pattern: ignore().add(pattern), owners: owners.join(' ') }];
}
