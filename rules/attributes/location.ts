import type { AttributeWords } from '../../server/engine/attributes';

export const locationAttribute: AttributeWords = {
  class: 'location',
  categories: ['postcode', 'precise-location', 'location-history', 'ip-address', 'postal-address', 'residence-visa'],
  specific: [
    'neighbourhood',
    'neighborhood',
    'home area',
    'affluent area',
    'home zip',
    'home city',
    'home district',
    'user country',
    'user city',
    'user region',
    'ip country',
    'geo country',
    'geo ip',
    'geoip',
    'visitor country',
  ],
  generic: ['zip', 'area code', 'district'],
  not: ['zip file', 'service area', 'neighborhood size'],
  examples: {
    yes: ['rider.homePostcode', 'neighbourhood', 'homeZip', 'visitorCountry'],
    no: ['zipFile', 'Warehouse.district', 'country', 'currency', 'serviceArea'],
  },
};
