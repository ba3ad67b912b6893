/** Functions of the project that do what a fix needs done. */
import type { Protector, TextEdit } from '../rule/fixes';
import { importing } from './imports';
import type { Site } from './site';

export type Helper = Protector & { imports: TextEdit[] };

/** The first that can be used here, with the import it needs. */
export function functionNamed(
  { context, tree }: Site,
  does: Protector['does'],
  suits: (protector: Protector) => boolean = () => true,
): Helper | undefined {
  for (const protector of context.protectors) {
    if (protector.does !== does || !suits(protector)) continue;
    const imports = importing(tree, protector.name, protector.from);
    if (imports) return { ...protector, imports };
  }
  return undefined;
}
