import type { Model } from '../../server/engine/model';
import { ipSource } from './shared/web-request';

/** A decorator that hands the address of the request to a parameter. */
export const nestjsRealIp: Model = {
  id: 'nestjs-real-ip',
  title: 'nestjs-real-ip',
  kind: 'framework',
  packages: ['nestjs-real-ip', 'request-ip', '@supercharge/request-ip'],
  exports: { RealIP: 'address', getClientIp: 'address', default: 'module', '*': 'module' },
  types: { address: { call: { source: ipSource } }, module: { members: { getClientIp: { source: ipSource } } } },
  source: 'README of nestjs-real-ip 3 and request-ip 3 (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      ["import { getClientIp } from 'request-ip';", 'export const isKnown = (req) => known.has(getClientIp(req));'].join('\n'),
    ],
  },
};
