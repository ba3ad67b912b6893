/** Hosts that carry the project's own name: `api.cboard.io` in the repository of cboard. */
import type { ProjectFacts } from './project';

/** Names of packages that many projects have and that name none. */
const COMMON =
  /^(my-?)?(app|apps|api|web|site|website|server|backend|frontend|client|monorepo|workspace|project|root|main|core|shared|common|utils|types|config|database|packages|tooling|admin|mobile|dashboard|docs|portal|demo|example|examples|test|tests|repo|internal|services?|platform|turbo|mail|email|cloud|data|node|next|nuxt|react|vue)$/;

/** The scopes of a project's packages and the name of its root, as labels of hosts. */
export function ownNames({ packages }: ProjectFacts): ReadonlySet<string> {
  const names = packages.flatMap(({ name, dir }) => {
    const scope = /^@([^/]+)\//.exec(name)?.[1];
    return scope !== undefined ? [scope] : dir === '' ? [name] : [];
  });
  return new Set(names.filter((name) => name.length > 3 && !COMMON.test(name)).map((name) => name.replace(/[-_.]/g, '')));
}

/** "cboard" of `api.app.cboard.io`, "shop" of `www.shop.co.uk`. */
export function labelOf(host: string): string {
  const parts = host.split('.');
  const second = parts.length > 2 && /^(co|com|org|net|gov|ac|or|ne)$/.test(parts[parts.length - 2]) ? 3 : 2;
  return (parts[parts.length - second] ?? '').replace(/-/g, '');
}
