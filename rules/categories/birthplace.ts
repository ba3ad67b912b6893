import type { Category } from '../../server/engine/category';

export const birthplace: Category = {
  id: 'birthplace',
  title: 'place of birth',
  group: 'birth-family',
  special: false,
  grave: false,
  identifies: 'quasi',
  specific: [
    'place of birth',
    'birth place',
    'birthplace',
    'city of birth',
    'birth city',
    'birth town',
    'birth location',
    'geburtsort',
    'lieu de naissance',
    'lieu naissance',
    'lugar de nacimiento',
    'lugar nacimiento',
    'luogo di nascita',
    'luogo nascita',
    'geboorteplaat',
    'miejsce urodzenia',
  ],
  generic: [],
  not: [],
  examples: {
    yes: ['placeOfBirth', 'birth_place', 'user.birthCity', 'geburtsort'],
    no: ['place', 'birthPlaceLabel', 'placeOfDelivery', 'birthPlaceRequired', 'Event.place'],
  },
};
