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
  plainPasswords: () => [],
  presets: () => [],
  choices: () => [],
  urgencies: () => [],
  placements: () => [],
  datasets: () => [],
  narrowFields: () => [],
};
