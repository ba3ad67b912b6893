/** What a container hands out, and what is put into one. */
import { typeOf } from '../../match';
import { INERT, make, put } from '../values';
import type { Read } from './reading';

/** `inject(HttpClient)`, `inject(Members)`: of a library's class or of the project's own. */
export const instance: Read = (engine, _frame, call) => {
  const wanted = call.args[0];
  for (const target of wanted?.targets ?? []) {
    if (target.kind === 'class') return make({ type: engine.types.ofClass(target.ref), fields: new Map() });
    const made = target.kind === 'library' ? typeOf(target.value)?.construct?.returns : undefined;
    if (target.kind === 'library' && made && made !== 'receiver')
      return make({ targets: [{ kind: 'library', value: { ...target.value, type: made } }], hint: target.value.words });
  }
  return null;
};

/** `book_append_sheet(book, sheet)`: the first argument holds the second from now on. */
export const into: Read = (_engine, _frame, call) => {
  const [holder, held] = call.args;
  if (holder?.fields && held) put(holder, '[]', held);
  return INERT;
};
