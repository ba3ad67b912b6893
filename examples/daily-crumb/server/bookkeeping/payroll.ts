import axios from 'axios';
import { prisma } from '../database';
import { logger } from '../logging/logger';

const bookkeeper = axios.create({ baseURL: 'http://lohn.steuerbuero-kern.example', timeout: 10_000 });

/** Hands the hours of the month to the bookkeeper, who pays the wages. */
export async function payrollOf(month: Date): Promise<number> {
  const employees = await prisma.employee.findMany({ select: { id: true, iban: true, hourly: true, hours: true } });
  for (const employee of employees) {
    await bookkeeper.post('/wages', { account: employee.iban, cents: employee.hourly * employee.hours });
  }
  logger.info({ month: month.toISOString().slice(0, 7), employees: employees.length }, 'payroll handed over');
  return employees.length;
}
