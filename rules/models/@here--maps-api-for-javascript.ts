import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { placeNecessary } from './shared/necessary';
import { withUser } from './shared/people';

const lookUp = sends(['0'], placeNecessary('0'));

export const hereMapsApiForJavascript: Model = {
  id: '@here/maps-api-for-javascript',
  title: 'HERE Maps',
  kind: 'maps',
  vendor: 'HERE',
  hosts: ['geocode.search.hereapi.com', 'router.hereapi.com', 'autosuggest.search.hereapi.com'],
  packages: ['@here/maps-api-for-javascript'],
  exports: { default: 'H', '*': 'H' },
  types: {
    H: { members: { service: 'service' } },
    service: { members: { Platform: 'class Platform' } },
    'class Platform': { construct: { returns: 'platform', config: 0 } },
    platform: { members: { getSearchService: { returns: 'search' }, getRoutingService: { returns: 'search' } } },
    search: { members: each(['geocode', 'reverseGeocode', 'autosuggest', 'discover', 'calculateRoute'], lookUp) },
  },
  source: 'HERE Maps API for JavaScript 3.1 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import H from '@here/maps-api-for-javascript';\nconst search = new H.service.Platform({ apikey: 'key' }).getSearchService();",
        'search.discover({ q: user.fullName }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      "import H from '@here/maps-api-for-javascript';\nconst search = new H.service.Platform({ apikey: 'key' }).getSearchService();\nexport const station = () => search.geocode({ q: 'Hauptbahnhof' });",
    ],
  },
};
