import type { Model } from '../../server/engine/model';
import { each } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const members = each(
  ['setAttributes', 'updateAttributes', 'isOn', 'isOff', 'getFeatureValue', 'evalFeature', 'run', 'init', 'refreshFeatures'],
  {},
);
const api = surface({ classes: { GrowthBook: 'client', GrowthBookClient: 'client' } });

/** Attributes are compared on the spot and do not leave, unless `remoteEval` is switched on, which is rare. */
export const growthbookGrowthbook: Model = {
  id: '@growthbook/growthbook',
  title: 'GrowthBook',
  kind: 'flags',
  packages: ['@growthbook/growthbook', '@growthbook/growthbook-react'],
  exports: api.exports,
  ambient: { growthbook: 'client' },
  types: { ...api.types, client: { members } },
  source: 'GrowthBook JavaScript SDK 1 documentation (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { GrowthBook } from '@growthbook/growthbook';\nconst growthbook = new GrowthBook({});",
        'await growthbook.setAttributes({ id: user.id, email: user.email });',
      ),
    ],
  },
};
