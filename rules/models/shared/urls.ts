import type { ModelType } from '../../../server/engine/model';
import { each } from './functions';

const adds = { mutatesReceiver: true };
/** Whatever a parameter is given is put there as a text. */
const addsText = { ...adds, text: true };

/** An address that is put together: content gathers in it, and in its parameters. */
export const urlTypes: Record<string, ModelType> = {
  url: {
    members: { searchParams: 'params', ...each(['toString', 'toJSON'], { content: 'receiver' }) },
    assigns: each(['href', 'search', 'pathname', 'hash', 'host', 'hostname', 'username'], adds),
  },
  params: {
    members: {
      ...each(['append', 'set'], addsText),
      get: { reader: 'text' },
      getAll: { reader: 'field' },
      ...each(['toString', 'entries', 'values'], { content: 'receiver' }),
      ...each(['has', 'delete', 'sort', 'keys'], {}),
    },
  },
};
