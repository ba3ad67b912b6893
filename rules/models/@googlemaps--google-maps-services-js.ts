import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { placeNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const lookUp = sends(['0'], placeNecessary('0'));
const names = [
  'geocode',
  'reverseGeocode',
  'placeAutocomplete',
  'findPlaceFromText',
  'placesNearby',
  'textSearch',
  'directions',
  'distancematrix',
  'timezone',
  'elevation',
  'snapToRoads',
  'placeDetails',
];
const api = surface({ classes: { Client: 'client' } });

export const googlemapsGoogleMapsServicesJs: Model = {
  id: '@googlemaps/google-maps-services-js',
  title: 'Google Maps',
  kind: 'maps',
  vendor: 'Google Maps',
  hosts: ['maps.googleapis.com', 'places.googleapis.com', 'routes.googleapis.com'],
  packages: ['@googlemaps/google-maps-services-js'],
  exports: api.exports,
  ambient: { google: 'google', googleMapsClient: 'client' },
  types: {
    ...api.types,
    client: { members: each(names, lookUp) },
    google: { members: { maps: 'maps' } },
    maps: { members: { Geocoder: 'class Geocoder', places: 'places', DirectionsService: 'class Geocoder' } },
    places: { members: { AutocompleteService: 'class Geocoder' } },
    'class Geocoder': { construct: { returns: 'service' } },
    service: { members: each(['geocode', 'route', 'getPlacePredictions'], lookUp) },
  },
  source: '@googlemaps/google-maps-services-js 3 and Maps JavaScript API reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Client } from '@googlemaps/google-maps-services-js';\nconst maps = new Client({});",
        'await maps.textSearch({ params: { query: user.fullName } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      'interface Customer { id: string; homeAddress: string }\nexport function locate(customer: Customer) {\n  return new google.maps.Geocoder().geocode({ address: customer.homeAddress });\n}',
    ],
  },
};
