import type { ModelType } from '../../../server/engine/model';

const latitude = { category: 'precise-location', words: "the person's latitude" };
const longitude = { category: 'precise-location', words: "the person's longitude" };
const position = { category: 'precise-location', words: "the person's position" };

/** Where a device is, as the browser and the libraries of phones tell it: `position.coords.latitude`. */
export const positionTypes: Record<string, ModelType> = {
  position: { source: position, reads: { coords: { ...position, type: 'coords' } } },
  coords: { reads: { latitude, longitude } },
};
/** What a call gives that waits for the position. */
export const located = { returns: 'position' } as const;
/** A function given as the argument at that place is told the position. */
export const tellsPosition = (argument: number) => ({
  callback: [{ argument, parameters: ['type:position'], result: 'none' as const }],
});
