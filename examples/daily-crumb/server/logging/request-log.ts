import type { NextFunction, Request, Response } from 'express';
import { logger } from './logger';

/** One line per request: what was asked and how long it took, not who asked. */
export function requestLog(req: Request, res: Response, next: NextFunction) {
  const begin = performance.now();
  res.on('finish', () => {
    const milliseconds = Math.round(performance.now() - begin);
    logger.info({ method: req.method, route: req.baseUrl, status: res.statusCode, milliseconds }, 'request');
  });
  next();
}
