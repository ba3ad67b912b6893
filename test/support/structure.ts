import type { StructureAsk } from '../../server/engine/rule/structure';

/** A project in which there is nothing to say about structure. */
export const nothingFound: StructureAsk = {
  fetches: () => [],
  openColumns: () => [],
  shares: () => [],
  keepings: () => [],
  unreadFields: () => [],
  recordings: () => [],
  captures: () => [],
  presets: () => [],
  choices: () => [],
  urgencies: () => [],
  placements: () => [],
  narrowFields: () => [],
};
