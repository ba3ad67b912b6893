import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withPatient } from './shared/snippets';

const adds = { mutatesReceiver: true };

/** Spreadsheets and CSV gather rows, then become a file. */
export const exceljs: Model = {
  id: 'exceljs',
  title: 'spreadsheet and CSV files',
  kind: 'file',
  packages: ['exceljs', 'xlsx', 'csv-writer', 'write-excel-file', 'node-xlsx'],
  exports: {
    default: 'namespace',
    '*': 'namespace',
    Workbook: 'Workbook',
    utils: 'utils',
    writeFile: 'writeFile',
    createObjectCsvWriter: 'createWriter',
    createArrayCsvWriter: 'createWriter',
  },
  ambient: { XLSX: 'namespace', ExcelJS: 'namespace' },
  types: {
    namespace: { members: { Workbook: 'Workbook', utils: 'utils', writeFile: 'writeFile', writeFileXLSX: 'writeFile' } },
    Workbook: { construct: { returns: 'workbook' } },
    workbook: { members: { addWorksheet: { returns: 'sheet' }, xlsx: 'writer', csv: 'writer' } },
    sheet: { members: each(['addRow', 'addRows', 'insertRow'], adds) },
    writer: { members: { writeFile: { content: 'receiver' }, writeBuffer: { content: 'receiver' } } },
    utils: {
      members: {
        ...each(['json_to_sheet', 'aoa_to_sheet', 'sheet_to_csv'], { content: 'arguments' }),
        book_append_sheet: { reader: 'into' },
        book_new: { returns: 'book' },
      },
    },
    book: {},
    writeFile: { call: { sink: { kind: 'file', data: ['0'], path: '1' } } },
    createWriter: { call: { returns: 'csvWriter', config: 0 } },
    csvWriter: { members: { writeRecords: { sink: { kind: 'file', data: ['0'] } } } },
  },
  source: 'exceljs 4, xlsx 0.20 (docs.sheetjs.com) and csv-writer 1 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import { createObjectCsvWriter } from 'csv-writer';",
        "const writer = createObjectCsvWriter({ path: 'patients.csv', header: [] });",
        'await writer.writeRecords([{ ssn: patient.ssn }]); // ! cleartext-pii',
      ),
    ],
    silent: [
      withPatient(
        "import { createObjectCsvWriter } from 'csv-writer';",
        "const writer = createObjectCsvWriter({ path: 'ids.csv', header: [] });",
        'await writer.writeRecords([{ id: patient.id }]);',
      ),
    ],
  },
};
