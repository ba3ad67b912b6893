/** Names of those who signed up for messages: a model, a table, a variable, a type. */
import { wordsOf } from '../../words';

const AGREED =
  /\b(subscriber|subscribed|mailing list|wait ?list|opted in|opt in|consented|consenting|newsletter (recipient|user|member|subscription|reader))\b/;

export const areSubscribers = (name: string): boolean => name !== '' && AGREED.test(wordsOf(name).join(' '));

/** The table that a query in SQL reads first, as it is called there; '' for other texts. */
export const tableIn = (text: string): string =>
  /^\s*(?:select|with)\b[^;]*?\bfrom\s+["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i.exec(text)?.[1] ?? '';
