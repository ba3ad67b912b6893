/** Where a server takes a no: routes by their path in code, by the place of their file, by a decorator. */
import { Kind, NONE, type ModuleIR } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control } from '../guards/control';
import { refusesChoice } from '../guards/wording';

/** "opt-out" → "optOut" */
const camel = (text: string): string => text.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());

/** The part of a path by which people say no: "/newsletter/unsubscribe". */
export const isWayOut = (part: string): boolean => part === 'unsubscribe' || (part !== '' && refusesChoice(camel(part)));

/** The last part of a path that is no parameter. */
export function wayOutIn(path: string): string {
  const words = path.split('/').filter((part) => part !== '' && !/^[:[]/.test(part));
  return isWayOut(words.at(-1) ?? '') ? `/${words.join('/')}` : '';
}

/** Files that are routes by their place, and the functions in them that take what is sent. */
const FILES: { path: RegExp; takes: RegExp | null }[] = [
  { path: /(?:^|\/)app\/(.+)\/route\.[cm]?[jt]s$/, takes: /^(POST|PUT|PATCH|DELETE)$/ },
  { path: /(?:^|\/)routes\/(.+)\/\+server\.[cm]?[jt]s$/, takes: /^(POST|PUT|PATCH|DELETE)$/ },
  { path: /(?:^|\/)pages\/(api\/.+?)(?:\/index)?\.[cm]?[jt]s$/, takes: null },
  { path: /(?:^|\/)server\/((?:api|routes)\/.+?)(?:\/index)?\.(?:post|put|patch|delete)\.[cm]?[jt]s$/, takes: null },
];

export interface Route {
  /** Index of the function in its module. */
  index: number;
  path: string;
}

export function routesByFile({ path, functions }: ModuleIR): Route[] {
  for (const file of FILES) {
    const wayOut = wayOutIn(file.path.exec(path)?.[1] ?? '');
    if (wayOut === '') continue;
    return functions.flatMap((info, index) => {
      const isWhole = file.takes === null && (info.exported || info.name === '');
      return info.parent === 0 && (file.takes?.test(info.name) || isWhole) ? [{ index, path: wayOut }] : [];
    });
  }
  return [];
}

/** `@Post('unsubscribe')` on a method; the decorator runs where the class is made, which may be inside a function. */
export function routesByDecorator(control: Control, module: number): Route[] {
  const { program } = control;
  const { classes, functions } = program.modules[module];
  return classes.flatMap(({ decorators, methods }) =>
    decorators.flatMap(({ member, parameter, value }) => {
      const method = member === null || parameter >= 0 || value === NONE ? null : methods.find(({ name }) => name === member);
      if (!method) return [];
      const holder = program.base[module] + Math.max(0, functions[method.function].parent);
      const reader = control.reader(holder);
      if (kindAt(reader, value) !== Kind.Call || operandCount(reader, value) < 5) return [];
      if (!/^(Post|Put|Patch|Delete)$/.test(control.name(holder, value))) return [];
      const path = wayOutIn(control.text(holder, operandAt(reader, value, 4)) ?? '');
      return path === '' ? [] : [{ index: method.function, path }];
    }),
  );
}
