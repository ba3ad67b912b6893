const euro = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

export const formatCents = (cents: number): string => euro.format(cents / 100);

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

export const percentOf = (cents: number, percent: number): number => Math.round((cents * percent) / 100);
