import type { Model } from '../../server/engine/model';
import { withPatient } from './shared/snippets';

const written = { content: 'arguments', text: true } as const;

/** Rows become the text of a CSV file, and stay what they are. */
export const papaparse: Model = {
  id: 'papaparse',
  title: 'CSV texts',
  kind: 'utility',
  packages: ['papaparse', 'csv-stringify', 'csv-stringify/*', 'json2csv', '@json2csv/plainjs', '@json2csv/node', 'json-2-csv'],
  exports: {
    default: 'namespace',
    '*': 'namespace',
    Parser: 'Parser',
    stringify: 'stringify',
    unparse: 'stringify',
    json2csv: 'stringify',
    parse: 'stringify',
  },
  ambient: { Papa: 'papa' },
  types: {
    namespace: { members: { unparse: written, stringify: written, json2csv: written, Parser: 'Parser' } },
    papa: { members: { unparse: written } },
    stringify: { call: written },
    Parser: { construct: { returns: 'parser' } },
    parser: { members: { parse: written } },
  },
  source: 'papaparse 5, csv-stringify 6 and json2csv 7 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import Papa from 'papaparse';\nimport { writeFile } from 'node:fs/promises';",
        "await writeFile('patients.csv', Papa.unparse([{ ssn: patient.ssn }])); // ! cleartext-pii",
      ),
    ],
    silent: [
      withPatient(
        "import Papa from 'papaparse';\nimport { writeFile } from 'node:fs/promises';",
        "await writeFile('ids.csv', Papa.unparse([{ id: patient.id }]));",
      ),
    ],
  },
};
