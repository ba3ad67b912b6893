import type { StructureAsk } from '../../server/engine/rule/structure';

/** A project in which there is nothing to say about structure. */
export const nothingFound: StructureAsk = {
  fetches: () => [],
  openColumns: () => [],
  shares: () => [],
  keepings: () => [],
  unreadFields: () => [],
  datasets: () => [],
  recordings: () => [],
  captures: () => [],
  presets: () => [],
  choices: () => [],
  urgencies: () => [],
  regions: () => [],
  narrowChecks: () => [],
  allowedRegions: () => null,
};
