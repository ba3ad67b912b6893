import type { Model } from '../../server/engine/model';
import { loggerType } from './shared/logger';
import { withUser } from './shared/people';

/** What a workflow logs stays in its history as well. */
export const temporalioWorkflow: Model = {
  id: '@temporalio/workflow',
  title: 'Temporal',
  kind: 'logger',
  packages: ['@temporalio/workflow', '@temporalio/activity'],
  exports: { log: 'logger' },
  types: { logger: loggerType() },
  source: 'documentation of the Temporal TypeScript SDK 1 (from memory, 2026-11)',
  examples: {
    finds: [withUser("import { log } from '@temporalio/workflow';", "log.info('paid', { email: user.email }); // ! pii-in-logs")],
    silent: [withUser("import { log } from '@temporalio/workflow';", "log.info('paid', { orderId });")],
  },
};
