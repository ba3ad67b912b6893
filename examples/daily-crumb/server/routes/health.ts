import { Router } from 'express';
import { prisma } from '../database';

export const health = Router();

health.get('/', async (_req, res) => {
  const products = await prisma.product.count();
  res.json({ ok: products > 0, products });
});
