import type { Category } from '../../server/engine/category';

export const postcode: Category = {
  id: 'postcode',
  title: 'postcode',
  group: 'contact',
  special: false,
  grave: false,
  identifies: 'quasi',
  specific: [
    'postcode',
    'postal code',
    'zip code',
    'post code',
    'zip postal code',
    'home postcode',
    'postleitzahl',
    'codigo postal',
    'code postal',
    'codice postale',
    'postnummer',
    'kod pocztowy',
    'irsz',
    'yubin bango',
    'pin code address',
  ],
  generic: ['plz', 'cep', 'postal', 'zip', 'zip 5'],
  not: ['country code', 'zip file', 'zip stream'],
  examples: {
    yes: ['postcode', 'zipCode', 'billing_postal_code', 'rider.homePostcode', 'codigoPostal', 'customer.plz', 'applicant.zip'],
    no: ['zipFile', 'countryCode', 'plz', 'postcodeRegex', 'zipCodeRequired', 'Warehouse.postalCode', 'zip'],
  },
};
