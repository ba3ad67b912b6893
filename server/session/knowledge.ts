/** What the engine knows about the world, loaded when something is analysed: a cached result needs none of it. */
import type { Knowledge } from '../engine/analyze';

export async function loadKnowledge(): Promise<Knowledge> {
  const [{ models }, { categories }, { attributes }, { rules }] = await Promise.all([
    import('../../rules/models'),
    import('../../rules/categories'),
    import('../../rules/attributes'),
    import('../../rules'),
  ]);
  return { rules, models, categories, attributes };
}
