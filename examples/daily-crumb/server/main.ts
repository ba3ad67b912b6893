import express from 'express';
import * as Sentry from '@sentry/node';
import { logger } from './logging/logger';
import { requestLog } from './logging/request-log';
import { applicants } from './routes/applicants';
import { customers } from './routes/customers';
import { health } from './routes/health';
import { newsletter } from './routes/newsletter';
import { orders } from './routes/orders';
import { products } from './routes/products';
import { staff } from './routes/staff';
import { startJobs } from './jobs/schedule';

Sentry.init({ dsn: process.env.SENTRY_DSN, sendDefaultPii: false, tracesSampleRate: 0.1 });

const app = express();
app.use(express.json({ limit: '100kb' }));
app.use(requestLog);
app.use('/api/orders', orders);
app.use('/api/customers', customers);
app.use('/api/newsletter', newsletter);
app.use('/api/applicants', applicants);
app.use('/api/products', products);
app.use('/api/staff', staff);
app.use('/health', health);

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => {
  logger.info({ port }, 'the shop is open');
  startJobs();
});
