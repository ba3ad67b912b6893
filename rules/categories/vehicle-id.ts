import type { Category } from '../../server/engine/category';

export const vehicleId: Category = {
  id: 'vehicle-id',
  title: 'vehicle registration',
  group: 'government-id',
  special: false,
  grave: true,
  identifies: 'direct',
  specific: [
    'license plate',
    'licence plate',
    'license plate number',
    'licence plate number',
    'number plate',
    'plate number',
    'registration plate',
    'vehicle registration',
    'vehicle registration number',
    'vehicle identification number',
    'vin number',
    'kennzeichen',
    'nummernschild',
    'plaque immatriculation',
    'numero immatriculation',
    'immatriculation',
    'kenteken',
    'targa',
  ],
  generic: ['plate', 'vin', 'matricula'],
  carriers: ['vehicle', 'car', 'truck', 'bike'],
  // The number of somebody who learns.
  notOf: ['student', 'pupil', 'aluno', 'aluna', 'alumno', 'alumna', 'estudante', 'estudiante', 'academic'],
  not: ['food plate', 'plate type'],
  examples: {
    yes: ['licensePlate', 'Vehicle.licensePlate', 'driver.plate', 'number_plate', 'kennzeichen', 'vehicleIdentificationNumber'],
    no: ['vin', 'plate', 'aluno.matricula', 'vinyl', 'Recipe.plate', 'licensePlateRegex', 'boilerplate'],
  },
};
