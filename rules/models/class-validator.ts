import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

const decorators = [
  'IsEmail',
  'IsString',
  'IsOptional',
  'IsPhoneNumber',
  'IsNotEmpty',
  'Length',
  'Min',
  'Max',
  'Matches',
  'ValidateNested',
  'IsDateString',
  'IsUUID',
  'IsIBAN',
];

/** Decorators of a class declare a shape; the answers of the functions are lists of errors. */
export const classValidator: Model = {
  id: 'class-validator',
  title: 'class-validator',
  kind: 'validation',
  packages: ['class-validator'],
  exports: { '*': 'all', ...Object.fromEntries([...decorators, 'isEmail', 'isPhoneNumber'].map((name) => [name, 'test'])) },
  types: { all: { otherwise: {} }, test: { call: {} } },
  source: 'class-validator 0.14 documentation, github.com/typestack/class-validator (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [withUser("import { isEmail } from 'class-validator';", "console.log('valid', isEmail(user.email));")],
  },
};
