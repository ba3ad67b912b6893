import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const members = {
  install: { sink: { kind: 'third-party' as const, data: ['0.userId', '0.sessionId'] }, config: 0 },
  configure: { sink: { kind: 'third-party' as const, data: ['0.userId', '0.metadata'] }, config: 0 },
  addMetadata: sends(['1']),
  track: sends(['0']),
  console: 'lines',
};
const api = surface({ members: { TrackJS: 'client' } });

export const trackjs: Model = {
  id: 'trackjs',
  title: 'TrackJS',
  kind: 'error-tracking',
  vendor: 'TrackJS',
  hosts: ['capture.trackjs.com'],
  packages: ['trackjs', 'trackjs-node'],
  exports: api.exports,
  ambient: { TrackJS: 'client', trackJs: 'client' },
  types: { ...api.types, client: { members }, lines: { members: each(['log', 'info', 'warn', 'error', 'debug'], sends(['*'])) } },
  source: 'TrackJS browser agent 3 reference (from memory, 2026-11)',
  examples: {
    finds: [withUser("import { TrackJS } from 'trackjs';", "TrackJS.addMetadata('email', user.email); // ! pii-to-third-party")],
    silent: [withUser("import { TrackJS } from 'trackjs';", "TrackJS.addMetadata('plan', 'free');")],
  },
};
