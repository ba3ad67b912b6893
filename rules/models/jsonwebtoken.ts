import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { withUser } from './shared/snippets';

/** A signature hides nothing; what is verified or decoded is what was signed. The key it is made with does not travel along. */
export const jsonwebtoken: Model = {
  id: 'jsonwebtoken',
  title: 'jsonwebtoken',
  kind: 'crypto',
  packages: ['jsonwebtoken', 'jwt-decode', 'fast-jwt', 'jwt-simple'],
  ...functions({
    ...each(['sign', 'encode'], { content: 'first', sink: { kind: 'share', data: ['0'] } }),
    ...each(['verify', 'decode', 'jwtDecode'], {
      source: { category: 'record', owner: 'session', words: 'the claims of the token' },
    }),
  }),
  ambient: { jwt: 'namespace', jwtDecode: 'jwtDecode()' },
  source: 'jsonwebtoken 9 documentation, github.com/auth0/node-jsonwebtoken; jwt-decode 4 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import jwt from 'jsonwebtoken';",
        "localStorage.setItem('claims', jwt.sign({ email: user.email }, key)); // ! pii-in-browser-storage",
      ),
      withUser("import { jwtDecode } from 'jwt-decode';", "console.log('claims', jwtDecode(token)); // ! pii-in-logs"),
    ],
    silent: [
      withUser("import jwt from 'jsonwebtoken';", "localStorage.setItem('token', jwt.sign({ sub: user.id }, key));"),
      withUser(
        "import jwt from 'jsonwebtoken';",
        'const link = `https://shop.example/reset?token=${jwt.sign({ sub: user.id }, key + user.password)}`;',
        'location.assign(link);',
      ),
    ],
  },
};
