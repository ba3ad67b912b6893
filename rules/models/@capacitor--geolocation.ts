import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { located, positionTypes, tellsPosition } from './shared/positions';

export const capacitorGeolocation: Model = {
  id: '@capacitor/geolocation',
  title: 'Capacitor Geolocation',
  kind: 'utility',
  packages: ['@capacitor/geolocation'],
  exports: { Geolocation: 'geolocation' },
  types: {
    geolocation: {
      members: {
        getCurrentPosition: located,
        watchPosition: tellsPosition(1),
        ...each(['clearWatch', 'checkPermissions', 'requestPermissions'], {}),
      },
    },
    ...positionTypes,
  },
  source: 'capacitorjs.com/docs/apis/geolocation (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { Geolocation } from '@capacitor/geolocation';",
        'export async function locate() {\n  const found = await Geolocation.getCurrentPosition();',
        "console.log('at', found.coords.latitude); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { Geolocation } from '@capacitor/geolocation';",
        'export async function locate() {\n  const found = await Geolocation.getCurrentPosition();',
        "console.log('found at', found.timestamp);",
        '}',
      ),
    ],
  },
};
