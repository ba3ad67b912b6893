import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { request } from './shared/http-client';
import { positionTypes, tellsPosition } from './shared/positions';

export const navigator: Model = {
  id: 'navigator',
  title: 'navigator',
  kind: 'http',
  packages: [],
  ambient: {
    navigator: 'navigator',
    GeolocationPosition: 'class GeolocationPosition',
    GeolocationCoordinates: 'class GeolocationCoordinates',
  },
  types: {
    navigator: {
      members: { sendBeacon: request({ url: '0', data: ['1'] }), geolocation: 'geolocation', vibrate: {} },
      reads: { userAgent: { category: 'user-agent', words: 'the user agent' } },
    },
    geolocation: { members: { ...each(['getCurrentPosition', 'watchPosition'], tellsPosition(0)), clearWatch: {} } },
    'class GeolocationPosition': { construct: { returns: 'position' } },
    'class GeolocationCoordinates': { construct: { returns: 'coords' } },
    ...positionTypes,
  },
  source: 'developer.mozilla.org/docs/Web/API/Navigator (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "navigator.sendBeacon('https://collect.example/v1', JSON.stringify({ email: user.email })); // ! pii-to-third-party",
      ),
      withUser(
        '',
        "navigator.geolocation.getCurrentPosition((found) => console.log('position', found.coords)); // ! pii-in-logs",
      ),
    ],
    silent: [withUser('', "navigator.sendBeacon('/vitals', JSON.stringify({ user: user.id }));")],
  },
};
