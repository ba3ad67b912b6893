import { Router } from 'express';
import { prisma } from '../database';
import { logger } from '../logging/logger';

export const products = Router();

products.get('/', async (req, res) => {
  const q = String(req.query.q ?? '').trim();
  const found = await prisma.product.findMany({
    where: q === '' ? {} : { name: { contains: q, mode: 'insensitive' } },
    orderBy: { name: 'asc' },
  });
  logger.debug({ found: found.length, first: found[0]?.name }, 'products asked for');
  res.json(found);
});

products.get('/:sku', async (req, res) => {
  const product = await prisma.product.findUnique({ where: { sku: req.params.sku } });
  if (!product) {
    res.status(404).json({ error: 'We do not bake this.' });
    return;
  }
  res.json(product);
});
