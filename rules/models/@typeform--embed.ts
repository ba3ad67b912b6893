import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const open = { ...sends(['1.hidden', '1.tracking']), returns: 'form' };
const names = ['createPopup', 'createSlider', 'createWidget', 'createSidetab', 'createPopover'];
const api = surface({ members: each(names, open) });
const component = sends(['0.hidden', '0.tracking']);

export const typeformEmbed: Model = {
  id: '@typeform/embed',
  title: 'Typeform',
  kind: 'survey',
  vendor: 'Typeform',
  hosts: ['api.typeform.com', 'form.typeform.com'],
  packages: ['@typeform/embed', '@typeform/embed-react'],
  exports: api.exports,
  components: { Widget: component, PopupButton: component, SliderButton: component, Sidetab: component, Popover: component },
  types: { ...api.types, form: { members: each(['open', 'close', 'toggle', 'unmount'], {}) } },
  source: '@typeform/embed 5 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { createPopup } from '@typeform/embed';",
        "createPopup('form', { hidden: { email: user.email } }).open(); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser("import { createPopup } from '@typeform/embed';", "createPopup('form', { hidden: { order: orderId } }).open();"),
    ],
  },
};
