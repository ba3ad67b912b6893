import { logger } from './logger';

type Details = Record<string, unknown>;

/** Events that the bookkeeping asks for. They live for ten years, longer than the accounts they speak about. */
export function audit(event: string, details: Details) {
  logger.info({ audit: true, event, ...details }, event);
}
