import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { toUrl } from './shared/navigation';
import { inHandler } from './shared/origins';
import { urlTypes } from './shared/urls';
import { cookieJar, ipSource, nodeRequest, nodeResponse, requestTypes, webRequest } from './shared/web-request';

/** Requests and responses of route handlers, middleware and the older API routes. */
export const next: Model = {
  id: 'next',
  title: 'Next.js requests',
  kind: 'framework',
  packages: ['next', 'next/server'],
  exports: {
    NextRequest: 'NextRequest',
    NextResponse: 'NextResponse',
    NextApiRequest: 'NextApiRequest',
    NextApiResponse: 'NextApiResponse',
    GetServerSidePropsContext: 'Context',
  },
  ambient: {
    NextRequest: 'NextRequest',
    NextResponse: 'NextResponse',
    NextApiRequest: 'NextApiRequest',
    NextApiResponse: 'NextApiResponse',
  },
  types: {
    NextRequest: { construct: { content: 'arguments', returns: 'request' } },
    NextResponse: {
      construct: { returns: 'response' },
      members: {
        ...each(['json', 'next'], { returns: 'response' }),
        ...each(['redirect', 'rewrite'], { ...toUrl('0'), returns: 'response' }),
      },
    },
    NextApiRequest: { construct: { returns: 'apiRequest' } },
    NextApiResponse: { construct: { returns: 'apiResponse' } },
    Context: { construct: { returns: 'context' } },
    context: { members: { req: 'apiRequest', res: 'apiResponse', query: 'fields', params: 'fields' } },
    request: {
      members: { ...webRequest.members, cookies: 'fields', nextUrl: 'nextUrl' },
      reads: { ...webRequest.reads, ip: ipSource },
    },
    // It changes in place, or a copy of it does.
    nextUrl: { ...urlTypes.url, members: { ...urlTypes.url.members, clone: { returns: 'nextUrl' } } },
    params: urlTypes.params,
    response: { members: { cookies: 'cookies' } },
    cookies: cookieJar,
    apiRequest: nodeRequest,
    apiResponse: nodeResponse,
    ...requestTypes,
  },
  source: 'Next.js 16 documentation, nextjs.org/docs/app/api-reference/functions/next-request (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { NextRequest } from 'next/server';",
        'export async function POST(incoming: NextRequest) {',
        "console.log('register', await incoming.json()); // ! pii-in-logs",
        '}',
      ),
      inHandler(
        "import type { NextApiRequest, NextApiResponse } from 'next';",
        'export default function handler(req: NextApiRequest, res: NextApiResponse) {',
        "console.log('register', req.body); // ! pii-in-logs",
        '}',
      ),
      inHandler(
        "import { NextResponse, type NextRequest } from 'next/server';\ninterface User { id: string; email: string }",
        'export function middleware(req: NextRequest, user: User) {',
        "const url = req.nextUrl.clone();\nurl.searchParams.set('email', user.email);\nreturn NextResponse.redirect(url); // ! pii-in-url",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { NextRequest } from 'next/server';",
        'export async function GET(incoming: NextRequest) {',
        "console.log('page', incoming.nextUrl.pathname);",
        '}',
      ),
      inHandler(
        "import { NextResponse, type NextRequest } from 'next/server';\ninterface User { id: string; email: string }",
        'export function middleware(req: NextRequest, user: User) {',
        "const url = req.nextUrl.clone();\nurl.searchParams.set('member', user.id);\nreturn NextResponse.redirect(url);",
        '}',
      ),
    ],
  },
};
