import cron from 'node-cron';
import { logger } from '../logging/logger';
import { sendWeeklyLetter, sendWinBackOffer } from '../mail/weekly-letter';
import { publishStatistics } from './statistics';

export function startJobs() {
  cron.schedule('0 7 * * 4', () => sendWeeklyLetter('<h1>Bread of the season</h1>'));
  cron.schedule('0 9 1 * *', () => sendWinBackOffer('<h1>Your voucher is waiting</h1>'));
  cron.schedule('0 3 * * 1', publishStatistics);
  logger.info('jobs are scheduled');
}
