import type { Model } from '../../server/engine/model';
import { toUrl } from './shared/navigation';
import { withUser } from './shared/snippets';

/** A calendar in a page: its link is an address of the vendor, while name and address to fill in have a place of their own. */
export const calcomEmbed: Model = {
  id: '@calcom/embed-react',
  title: 'Cal.com embed',
  kind: 'framework',
  packages: ['@calcom/embed-react', '@calcom/embed-core'],
  exports: { getCalApi: 'api' },
  components: { Cal: toUrl('0.calLink'), default: toUrl('0.calLink') },
  types: { api: { call: {} } },
  source: 'Cal.com documentation, cal.com/help/embedding/prefill-booking-form-embed (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Cal from '@calcom/embed-react';",
        'return <Cal calLink={`crumb/support?email=${user.email}`} />; // ! pii-in-url',
      ),
    ],
    silent: [
      withUser(
        "import Cal from '@calcom/embed-react';",
        'return <Cal calLink="crumb/support" config={{ name: user.fullName, email: user.email }} />;',
      ),
    ],
  },
};
