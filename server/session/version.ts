import { version } from '../../package.json';

/** Set by the build: a hash over everything that is bundled. */
declare const __ENGINE_VERSION__: string | undefined;

export const VERSION: string = version;

/** Run from source, the engine may change between two processes: what one has cached, no other uses. */
export const ENGINE_VERSION = typeof __ENGINE_VERSION__ === 'string' ? __ENGINE_VERSION__ : `source ${process.pid}`;
