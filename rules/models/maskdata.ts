import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

const masks = { content: 'arguments' as const, state: 'masked' as const };

export const maskdata: Model = {
  id: 'maskdata',
  title: 'maskdata',
  kind: 'masking',
  packages: ['maskdata'],
  exports: { default: 'maskdata', '*': 'maskdata' },
  types: { maskdata: { otherwise: masks } },
  source: 'maskdata 1.3 documentation, github.com/Sumukha1496/maskdata (from memory, 2026-11)',
  examples: {
    finds: [withUser("import MaskData from 'maskdata';", "console.log('without the masker', user.email); // ! pii-in-logs")],
    silent: [withUser("import MaskData from 'maskdata';", "console.log('masked', MaskData.maskEmail2(user.email));")],
  },
};
