import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { positionTypes, tellsPosition } from './shared/positions';

/** The browser's interface on a phone. */
export const reactNativeGeolocation: Model = {
  id: '@react-native-community/geolocation',
  title: 'react-native-geolocation',
  kind: 'utility',
  packages: ['@react-native-community/geolocation', 'react-native-geolocation-service'],
  exports: { default: 'geolocation' },
  types: {
    geolocation: {
      members: {
        ...each(['getCurrentPosition', 'watchPosition'], tellsPosition(0)),
        ...each(['clearWatch', 'stopObserving', 'requestAuthorization', 'setRNConfiguration'], {}),
      },
    },
    ...positionTypes,
  },
  source: 'github.com/michalchudziak/react-native-geolocation (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import Geolocation from '@react-native-community/geolocation';",
        'Geolocation.getCurrentPosition((found) => {',
        "console.log('at', found.coords.latitude); // ! pii-in-logs",
      ),
    ],
    silent: [
      inHandler(
        "import Geolocation from '@react-native-community/geolocation';",
        'Geolocation.getCurrentPosition((found) => {',
        "console.log('found at', found.timestamp);",
      ),
    ],
  },
};
