/** Answers of GraphQL clients, in the shape that the document of the call asks for. */
import { selectionOf } from '../../link/graphql';
import { make } from '../values';
import { holding, type Read } from './reading';

/** A document is its own text; with parts that are put in at run time it stays unknown. */
export const graphqlDocument: Read = (_engine, _frame, call) => call.args[0] ?? null;

/** `useQuery(QUERY)`, `client.query({ query })`: an object with `data`, first or second of a list for hooks that give one; `request(url, QUERY)`: the data. */
export const graphql: Read = (engine, _frame, call) => {
  const documents = call.args.flatMap((arg) => [
    arg,
    arg.fields?.get('query'),
    arg.fields?.get('mutation'),
    arg.fields?.get('document'),
  ]);
  const type = documents
    .flatMap((value) => (value?.text ? [selectionOf(value.text, engine.schemas.graphql)] : []))
    .find((shape) => shape !== null);
  const data = type ? make({ type, hint: 'data' }) : make({ hint: 'data' });
  if (/request$/i.test(call.method)) return data;
  const answer = holding({ data, previousData: data });
  return holding({ data, previousData: data, '0': answer, '1': answer });
};
