import type { Action } from '../../../server/engine/model';

/** Without a key: whoever knows the input can test it, so a person stays recognisable. */
export const weakHash: Action = { content: 'arguments', state: 'weak-hash' };
/** With a key, or a token in place of the value. */
export const keyedHash: Action = { content: 'arguments', state: 'pseudonymous' };
export const encrypts: Action = { content: 'arguments', state: 'encrypted' };
/** Slow hashes made for credentials. */
export const hashesCredential: Action = { content: 'arguments', state: 'hashed-credential' };
/** Encoders, decoders and everything else that changes form only. */
export const passes: Action = { content: 'arguments' };
