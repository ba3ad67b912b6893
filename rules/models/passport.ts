import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { userSource } from './shared/web-request';

const verify = (argument: number, ...parameters: string[]) => ({
  construct: { callback: [{ argument, parameters, result: 'none' as const }] },
});
const profile = { category: 'record', owner: 'profile', words: 'the profile of the sign-in provider' };
const oauth = verify(1, 'none', 'none', 'type:profile');

/** A verify callback receives what the provider knows about the person. */
export const passport: Model = {
  id: 'passport',
  title: 'Passport',
  kind: 'framework',
  packages: [
    'passport',
    'passport-google-oauth20',
    'passport-github2',
    'passport-facebook',
    'passport-linkedin-oauth2',
    'passport-oauth2',
    'passport-local',
  ],
  exports: { default: 'passport', '*': 'passport', Strategy: 'Strategy', Profile: 'Profile' },
  ambient: {
    passport: 'passport',
    GoogleStrategy: 'Strategy',
    GitHubStrategy: 'Strategy',
    FacebookStrategy: 'Strategy',
  },
  types: {
    passport: {
      members: {
        Strategy: 'Strategy',
        serializeUser: { callback: [{ argument: 0, parameters: ['type:user'], result: 'none' }] },
        ...each(['deserializeUser', 'authenticate', 'initialize', 'session', 'use'], {}),
      },
    },
    Strategy: oauth,
    Profile: { construct: { returns: 'profile' } },
    profile: {
      reads: {
        emails: profile,
        displayName: { category: 'person-name', words: 'the name in the profile' },
        _json: profile,
        _raw: profile,
        photos: profile,
      },
    },
    user: { reads: { profile: userSource } },
  },
  source: 'Passport 0.7 documentation, passportjs.org/concepts/authentication/strategies (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { Strategy } from 'passport-google-oauth20';",
        'export const google = new Strategy(options, (access, refresh, profile, done) => {',
        "console.log('signed in', profile.emails); // ! pii-in-logs",
      ),
    ],
    silent: [
      inHandler(
        "import { Strategy } from 'passport-google-oauth20';",
        'export const google = new Strategy(options, (access, refresh, profile, done) => {',
        "console.log('signed in', profile.id);",
      ),
    ],
  },
};
