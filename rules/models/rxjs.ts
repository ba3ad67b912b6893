import type { Action, Model, ModelType } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const flattening = ['switchMap', 'mergeMap', 'concatMap', 'exhaustMap', 'flatMap', 'expand'];
const watching = ['tap', 'filter', 'finalize', 'distinctUntilChanged', 'takeWhile', 'skipWhile', 'find', 'first', 'last'];
const adding = ['scan', 'reduce', 'startWith', 'withLatestFrom', 'combineLatestWith', 'zipWith'];

/** What an operator does with what it is handed: the argument before its own. */
const does: Record<string, Action> = {
  ...each(['map'], { reader: 'mapping' }),
  ...each(flattening, { reader: 'flattening' }),
  ...each(watching, { reader: 'watching' }),
  ...each(adding, { reader: 'adding' }),
};
const made: Record<string, Action> = {
  ...each(['of', 'from', 'defer', 'merge', 'concat', 'race'], { reader: 'stream' }),
  ...each(['combineLatest', 'forkJoin', 'zip'], { reader: 'gathered-streams' }),
  ...each(['firstValueFrom', 'lastValueFrom'], { reader: 'latest' }),
  ...Object.fromEntries(Object.keys(does).map((name): [string, Action] => [name, { reader: 'operator', returns: `${name}()` }])),
};
const subjects = ['BehaviorSubject', 'ReplaySubject', 'Subject', 'AsyncSubject'];

/** A stream hands out what went into it, as each operator leaves it. */
export const rxjs: Model = {
  id: 'rxjs',
  title: 'RxJS',
  kind: 'utility',
  packages: ['rxjs', 'rxjs/operators'],
  exports: {
    ...Object.fromEntries(Object.keys(made).map((name) => [name, `make ${name}`])),
    ...Object.fromEntries(subjects.map((name) => [name, name])),
  },
  types: {
    ...Object.fromEntries(Object.entries(made).map(([name, call]): [string, ModelType] => [`make ${name}`, { call }])),
    ...Object.fromEntries(Object.entries(does).map(([name, call]): [string, ModelType] => [`${name}()`, { call }])),
    ...Object.fromEntries(subjects.map((name): [string, ModelType] => [name, { construct: { reader: 'stream' } }])),
  },
  source: 'RxJS 7 documentation, rxjs.dev/api (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { map, of } from 'rxjs';",
        'return of(user).pipe(map((one) => one.email)).subscribe((address) => console.log(address)); // ! pii-in-logs',
      ),
    ],
    silent: [
      withUser(
        "import { map, of } from 'rxjs';",
        'return of(user).pipe(map((one) => one.id)).subscribe((id) => console.log(id));',
      ),
    ],
  },
};
