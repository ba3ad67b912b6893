import type { Model } from '../../server/engine/model';
import { withPatient } from './shared/snippets';

export const expoFileSystem: Model = {
  id: 'expo-file-system',
  title: 'files on a phone',
  kind: 'file',
  packages: ['expo-file-system', 'expo-file-system/*', 'react-native-fs'],
  exports: { '*': 'files', default: 'files', writeAsStringAsync: 'write', writeFile: 'write', File: 'File' },
  types: {
    files: {
      members: { writeAsStringAsync: 'write', writeFile: 'write', appendFile: 'write', readAsStringAsync: {}, readFile: {} },
    },
    write: { call: { sink: { kind: 'file', data: ['1'], path: '0' } } },
    File: { construct: { returns: 'file' } },
    file: { members: { write: { sink: { kind: 'file', data: ['0'] } }, text: {}, delete: {} } },
  },
  source: 'expo-file-system 19 documentation, docs.expo.dev/versions/latest/sdk/filesystem (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import * as FileSystem from 'expo-file-system';",
        "await FileSystem.writeAsStringAsync('p.txt', patient.ssn); // ! cleartext-pii",
      ),
    ],
    silent: [
      withPatient("import * as FileSystem from 'expo-file-system';", "await FileSystem.writeAsStringAsync('p.txt', patient.id);"),
    ],
  },
};
