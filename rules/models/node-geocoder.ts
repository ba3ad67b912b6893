import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { placeNecessary } from './shared/necessary';
import { withUser } from './shared/people';

export const nodeGeocoder: Model = {
  id: 'node-geocoder',
  title: 'node-geocoder',
  kind: 'maps',
  vendor: 'the geocoding service',
  packages: ['node-geocoder'],
  exports: { default: 'factory', '*': 'factory' },
  ambient: { geocoder: 'geocoder' },
  types: {
    factory: { call: { returns: 'geocoder', config: 0 } },
    geocoder: { members: each(['geocode', 'reverse', 'batchGeocode'], sends(['0'], placeNecessary('0'))) },
  },
  source: 'node-geocoder 4 README (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'await geocoder.geocode(user.fullName); // ! pii-to-third-party')],
    silent: [
      'interface Customer { id: string; homeAddress: string }\nexport const locate = (customer: Customer) => geocoder.geocode(customer.homeAddress);',
    ],
  },
};
