import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';
import { each } from './shared/functions';
import { fieldsType } from './shared/web-request';

/** Whole a form is what was put into it; one field is what its name says. */
export const formData: Model = {
  id: 'form-data',
  title: 'FormData',
  kind: 'utility',
  packages: ['form-data', 'formdata-node'],
  exports: { default: 'FormData', FormData: 'FormData' },
  ambient: { FormData: 'FormData', formData: 'form' },
  types: {
    FormData: { construct: { content: 'arguments', returns: 'form' } },
    form: { members: { ...fieldsType.members, ...each(['append', 'set'], { mutatesReceiver: true }) } },
  },
  source: 'developer.mozilla.org/docs/Web/API/FormData (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        '',
        'export async function register(form: FormData) {',
        "console.log('register', form.get('email')); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler('', 'export async function order(form: FormData) {', "console.log('ordered', form.get('quantity'));", '}'),
    ],
  },
};
