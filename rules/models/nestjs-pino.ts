import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { LEVELS, logLevels } from './shared/logger';

/** Redaction is set in `LoggerModule.forRoot({ pinoHttp })`, another instance, so it is not seen from here. */
export const nestjsPino: Model = {
  id: 'nestjs-pino',
  title: 'nestjs-pino',
  kind: 'logger',
  packages: ['nestjs-pino'],
  exports: { PinoLogger: 'class PinoLogger', Logger: 'class PinoLogger', '*': 'module' },
  types: {
    module: { members: { PinoLogger: 'class PinoLogger', Logger: 'class PinoLogger' } },
    'class PinoLogger': { construct: { returns: 'logger' } },
    logger: { members: { ...logLevels([...LEVELS, 'log', 'verbose']), assign: logs('0'), setContext: {} } },
  },
  source: 'nestjs-pino 4 README (from memory, 2026-11)',
  examples: {
    finds: [inOrders('this.logger.assign({ email: user.email }); // ! pii-in-logs')],
    silent: [inOrders('this.logger.assign({ userId: user.id });')],
  },
};

/** A provider of Nest that is given the logger. */
function inOrders(line: string): string {
  return [
    "import { PinoLogger } from 'nestjs-pino';",
    'interface User { id: string; email: string }',
    'export class Orders {',
    '  constructor(private readonly logger: PinoLogger) {}',
    `  place(user: User) {`,
    `    ${line}`,
    '  }',
    '}',
  ].join('\n');
}
