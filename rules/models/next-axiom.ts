import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { bindsChild, logLevels } from './shared/logger';
import { surface } from './shared/surface';

const useLogger = { returns: 'logger', config: 0 };
const api = surface({ classes: { Logger: 'logger' }, members: { log: 'logger', useLogger } });

export const nextAxiom: Model = {
  id: 'next-axiom',
  title: 'Axiom logger',
  kind: 'logger',
  vendor: 'Axiom',
  hosts: ['api.axiom.co'],
  packages: ['next-axiom', '@axiomhq/logging', '@axiomhq/nextjs', '@axiomhq/react'],
  exports: api.exports,
  types: {
    ...api.types,
    logger: { members: { ...logLevels(['debug', 'info', 'warn', 'error', 'log']), with: bindsChild, flush: {} } },
  },
  source: 'next-axiom 1 and @axiomhq/logging documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { log } from 'next-axiom';", "log.info('signed in', { email: user.email }); // ! pii-in-logs"),
      withUser("import { Logger } from 'next-axiom';\nconst log = new Logger();", 'log.with({ user }); // ! pii-in-logs'),
    ],
    silent: [withUser("import { log } from 'next-axiom';", "log.info('signed in', { userId: user.id });")],
  },
};
