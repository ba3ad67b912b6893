import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';

const profile = { category: 'record', owner: 'profile', words: 'the profile of the identity provider' };
const example = (line: string): string =>
  inHandler(
    "import type { IOAuthController } from '@boxyhq/saml-jackson';",
    'export async function signIn(controller: IOAuthController, token: string) {\n  const person = await controller.userInfo(token);',
    line,
    '}',
  );

/** Single sign-on: what the employer's directory says about a person. */
export const boxyhqSamlJackson: Model = {
  id: '@boxyhq/saml-jackson',
  title: 'SAML Jackson',
  kind: 'framework',
  packages: ['@boxyhq/saml-jackson'],
  exports: { IOAuthController: 'IOAuthController' },
  types: {
    IOAuthController: { construct: { returns: 'controller' } },
    controller: { members: { userInfo: { source: profile }, token: {}, authorize: {} } },
  },
  source: 'documentation of SAML Jackson 1 (from memory, 2026-11)',
  examples: {
    finds: [example("console.log('signed in', person); // ! pii-in-logs")],
    silent: [example("console.log('signed in', person.id);")],
  },
};
