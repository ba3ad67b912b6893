import type { Category } from '../../server/engine/category';

export const taxId: Category = {
  id: 'tax-id',
  title: 'tax number of a person',
  group: 'government-id',
  special: false,
  grave: true,
  identifies: 'direct',
  specific: [
    'tax id',
    'tax number',
    'tax id number',
    'tax identification number',
    'taxpayer id',
    'taxpayer number',
    'taxpayer identification number',
    'tin number',
    'itin',
    'itin number',
    'steuernummer',
    'steuernr',
    'numero fiscal',
    'numero fiscale',
    'belastingnummer',
  ],
  generic: ['tin', 'utr', 'nip', 'partita iva'],
  others: 'company',
  not: ['vat number', 'vat id', 'company tax id', 'business tax id'],
  examples: {
    yes: ['taxId', 'customer.taxIdentificationNumber', 'itin', 'tax_number', 'steuernummer', 'employee.tin'],
    no: ['Company.taxId', 'vatNumber', 'tin', 'taxIdLabel', 'taxRate', 'taxIdType', 'tinCan'],
  },
};
