/** Types of script elements: a browser runs some, any other makes a script data, a template, or one that waits for a consent tool. */

const RUN = /^(|module|(text|application)\/(x-)?(javascript|ecmascript|babel)|text\/jsx)$/i;

/** A worker for scripts runs its own kind in the browser's place; a picture has a type too, and is shown. */
const SHOWN = /^(text\/partytown|image\/.+)$/i;

const TYPE = /(?:^|\s)type\s*=\s*\\?["']?([^"'\s\\>]*)/i;

/** The type in the attributes of an element, lower case; '' where they name none. */
export const typeIn = (attributes: string): string => (TYPE.exec(attributes)?.[1] ?? '').toLowerCase();

/** A browser runs a script of this type as it stands. */
export const isRun = (type: string): boolean => RUN.test(type);

/** What an element of this type names is loaded, whoever runs it. */
export const isLoaded = (type: string): boolean => isRun(type) || SHOWN.test(type);

/** Markup that loads something that nothing holds back. */
export const isTag = (text: string): boolean =>
  [...text.matchAll(/<(?:script|img|iframe)\b([^>]*)/gi)].some(([, attributes]) => isLoaded(typeIn(attributes)));
