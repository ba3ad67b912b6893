import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { inHandler } from './shared/origins';
import { located, positionTypes, tellsPosition } from './shared/positions';

const actions = functions({
  ...each(['getCurrentPositionAsync', 'getLastKnownPositionAsync'], located),
  watchPositionAsync: tellsPosition(1),
  ...each(['requestForegroundPermissionsAsync', 'requestBackgroundPermissionsAsync', 'hasServicesEnabledAsync'], {}),
});

export const expoLocation: Model = {
  id: 'expo-location',
  title: 'expo-location',
  kind: 'utility',
  packages: ['expo-location'],
  exports: actions.exports,
  types: { ...actions.types, ...positionTypes },
  source: 'docs.expo.dev/versions/latest/sdk/location (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import * as Location from 'expo-location';",
        'export async function locate() {\n  const found = await Location.getCurrentPositionAsync({});',
        "console.log('at', found.coords.latitude, found.coords.longitude); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import * as Location from 'expo-location';",
        'export async function locate() {\n  const found = await Location.getCurrentPositionAsync({});',
        "console.log('found within', found.coords.accuracy, found.timestamp);",
        '}',
      ),
    ],
  },
};
