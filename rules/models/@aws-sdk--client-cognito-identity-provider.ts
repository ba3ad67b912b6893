import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { identityNecessary } from './shared/necessary';
import { withUser } from './shared/people';

const call = sends(
  ['0'],
  identityNecessary('0', [
    'Username',
    'Password',
    'TemporaryPassword',
    'UserAttributes',
    'AuthParameters',
    'SecretHash',
    'ConfirmationCode',
  ]),
);
const operations = [
  'AdminCreateUser',
  'AdminUpdateUserAttributes',
  'SignUp',
  'UpdateUserAttributes',
  'InitiateAuth',
  'AdminInitiateAuth',
  'ConfirmSignUp',
  'ForgotPassword',
];
const commands = Object.fromEntries(operations.map((name) => [`${name}Command`, 'command']));

export const awsSdkClientCognitoIdentityProvider: Model = {
  id: '@aws-sdk/client-cognito-identity-provider',
  title: 'Amazon Cognito',
  kind: 'identity',
  vendor: 'Amazon Cognito',
  packages: ['@aws-sdk/client-cognito-identity-provider'],
  exports: { ...commands, CognitoIdentityProviderClient: 'class Client', CognitoIdentityProvider: 'class Client', '*': 'module' },
  ambient: { cognito: 'client' },
  types: {
    module: { members: { ...commands, CognitoIdentityProviderClient: 'class Client' } },
    command: { construct: call },
    'class Client': { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        send: {},
        ...each(
          operations.map((name) => name[0].toLowerCase() + name.slice(1)),
          call,
        ),
      },
    },
  },
  source: 'AWS SDK for JavaScript 3 reference of Cognito user pools (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await cognito.signUp({ ClientId: 'id', Username: user.email, ClientMetadata: { phone: user.phone } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { CognitoIdentityProviderClient, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider';\nconst client = new CognitoIdentityProviderClient({});",
        "await client.send(new SignUpCommand({ ClientId: 'id', Username: user.email, UserAttributes: [{ Name: 'name', Value: user.fullName }] }));",
      ),
    ],
  },
};
