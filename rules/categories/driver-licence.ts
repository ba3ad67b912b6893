import type { Category } from '../../server/engine/category';

export const driverLicence: Category = {
  id: 'driver-licence',
  title: 'driving licence',
  group: 'government-id',
  special: false,
  grave: true,
  identifies: 'direct',
  specific: [
    'driver licence',
    'driver license',
    'driving licence',
    'driving license',
    'driver licence number',
    'driver license number',
    'driving licence number',
    'driving license number',
    'licence number driver',
    'dl number',
    'driver license no',
    'fuhrerschein',
    'fuhrerscheinnummer',
    'permis conduire',
    'permis de conduire',
    'numero permis',
    'patente guida',
    'patente di guida',
    'carnet conducir',
    'rijbewij',
    'rijbewijsnummer',
  ],
  generic: ['license number', 'licence number', 'patente', 'permis'],
  others: 'profession',
  // Licensed for their profession.
  notOf:
    'doctor physician surgeon nurse midwife pharmacist dentist therapist psychologist optometrist practitioner clinician provider veterinarian vet lawyer attorney notary architect engineer contractor electrician plumber broker realtor agent accountant auditor teacher guide pilot'.split(
      ' ',
    ),
  not: ['software license', 'license key', 'license plate', 'open source license'],
  examples: {
    yes: ['driverLicense', 'driver.licenseNumber', 'driving_licence_number', 'fuhrerscheinnummer', 'driversLicense'],
    no: [
      'license',
      'licenseKey',
      'Package.license',
      'licenseNumber',
      'Doctor.licenseNumber',
      'softwareLicense',
      'driverLicenseType',
      'licenseText',
    ],
  },
};
