import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { placeNecessary } from './shared/necessary';
import { withUser } from './shared/people';

const lookUp = { ...sends(['0'], placeNecessary('0')), returns: 'request' };
const names = ['forwardGeocode', 'reverseGeocode', 'getDirections', 'getMatrix', 'getIsochrone', 'getMatch'];

export const mapboxMapboxSdk: Model = {
  id: '@mapbox/mapbox-sdk',
  title: 'Mapbox',
  kind: 'maps',
  vendor: 'Mapbox',
  hosts: ['api.mapbox.com', 'events.mapbox.com'],
  packages: ['@mapbox/mapbox-sdk', '@mapbox/mapbox-sdk/*'],
  exports: { default: 'factory', '*': 'factory' },
  ambient: { geocodingClient: 'client', mapboxClient: 'client' },
  types: {
    factory: { call: { returns: 'client', config: 0 } },
    client: { members: each(names, lookUp) },
    request: { members: { send: {} } },
  },
  source: '@mapbox/mapbox-sdk 0.16 services documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'await geocodingClient.forwardGeocode({ query: `${user.fullName} ${user.phone}` }).send(); // ! pii-to-third-party',
      ),
    ],
    silent: [
      'interface Customer { id: string; homeAddress: string }\nexport function locate(customer: Customer) {\n  return geocodingClient.forwardGeocode({ query: customer.homeAddress }).send();\n}',
    ],
  },
};
