import type { Category } from '../../server/engine/category';

export const emergencyContact: Category = {
  id: 'emergency-contact',
  title: 'emergency contact',
  group: 'contact',
  special: false,
  grave: false,
  identifies: 'direct',
  specific: [
    'emergency contact',
    'next of kin',
    'emergency contact name',
    'emergency phone',
    'emergency contact phone',
    'emergency contact number',
    'emergency person',
    'notfallkontakt',
    'notfallnummer',
    'contact urgence',
    'personne a prevenir',
    'contacto emergencia',
    'contacto de emergencia',
  ],
  generic: [],
  not: [],
  examples: {
    yes: ['emergencyContact', 'patient.nextOfKin', 'emergency_contact_phone', 'notfallkontakt'],
    no: ['emergencyExit', 'emergency', 'emergencyContactRequired', 'emergencyContactLabel', 'contactPage'],
  },
};
