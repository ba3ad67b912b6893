/** By what a function is reached from outside: "POST /customers", as a router or a file's path says it. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import { argumentsOf, textOf } from './values';

const VERBS = /^(?:get|post|put|patch|delete)$/i;

export interface Endpoints {
  /** Notes the handlers that a call of a router is given: `app.post('/customers', (request) => …)`. */
  read(module: number, reader: Reader, call: number): void;
  /** '' where nothing tells. Handlers are read after the call that takes them. */
  of(module: number, own: number, path: string, name: string): string;
}

export function createEndpoints(): Endpoints {
  const known = new Map<string, string>();
  return {
    read(module, reader, call) {
      const method = operandAt(reader, call, 1);
      const verb = method === NONE ? '' : reader.module.names[method]!;
      const [first, ...handlers] = argumentsOf(reader, call);
      if (!VERBS.test(verb) || first === undefined) return;
      const path = textOf(reader, first);
      if (!path?.startsWith('/')) return;
      for (const handler of handlers)
        if (handler !== NONE && kindAt(reader, handler) === Kind.Closure)
          known.set(`${module}:${operandAt(reader, handler, 0)}`, `${verb.toUpperCase()} ${path}`);
    },
    of: (module, own, path, name) => known.get(`${module}:${own}`) ?? ofFile(path, name),
  };
}

/** Next.js, SvelteKit and Nuxt: the path of the file is that of the address. */
function ofFile(path: string, name: string): string {
  const route = /(?:^|\/)(?:app|routes)\/(.+\/)?(?:route|\+server)\.[cm]?[jt]sx?$/.exec(path);
  if (route && VERBS.test(name))
    return `${name.toUpperCase()} /${(route[1] ?? '').replace(/\([^)]*\)\//g, '').replace(/\/$/, '')}`;
  const api = /(?:^|\/)(?:pages|server)\/(api\/.+?)(?:\/index)?(?:\.(get|post|put|patch|delete))?\.[cm]?[jt]sx?$/.exec(path);
  return api ? `${api[2] ? `${api[2].toUpperCase()} ` : ''}/${api[1]}` : '';
}
