import { Router } from 'express';
import { prisma } from '../database';
import { payrollOf } from '../bookkeeping/payroll';
import { deliverySheet } from '../delivery/sheet';
import { returningCustomers } from '../jobs/statistics';

export const staff = Router();

/** Who works today, for the sign at the door. */
staff.get('/today', async (_req, res) => {
  const employees = await prisma.employee.findMany();
  res.json(employees.map((employee) => ({ name: employee.name.split(' ')[0] })));
});

staff.get('/deliveries', async (_req, res) => {
  res.json(await deliverySheet());
});

staff.get('/returning', async (_req, res) => {
  res.json({ returning: await returningCustomers() });
});

staff.post('/payroll', async (_req, res) => {
  const paid = await payrollOf(new Date());
  res.json({ paid });
});
