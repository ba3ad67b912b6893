import { expect, test } from 'vitest';
import { readGraphql, selectionOf, type GraphqlTypes } from '../server/engine/link/graphql';
import type { Type } from '../server/engine/link/types';

/** Names with what lies below them; the owner of each in front. */
function outline(type: Type | null): unknown {
  if (type?.kind !== 'object') return null;
  return Object.fromEntries([...type.members()].map(([name, { owner, type: inner }]) => [`${owner}.${name}`, outline(inner)]));
}

const schema = (text: string): GraphqlTypes => {
  const types: GraphqlTypes = new Map();
  readGraphql(text, types);
  return types;
};

test('a schema document gives the fields of object types', () => {
  const types = schema(`
    "A { person: String }"
    type Rider implements Node @key(fields: "id") { id: ID! name(short: Boolean = true): String! friends: [Rider!]! # no: Field
    }
    extend type Rider { phone: String }
    enum Size { S M }
  `);
  expect([...types].map(([name, fields]) => [name, Object.fromEntries(fields)])).toEqual([
    ['Rider', { id: 'ID', name: 'String', friends: 'Rider', phone: 'String' }],
  ]);
});

test('an operation gives the shape it asks for, with aliases, arguments, directives and fragments', () => {
  const types = schema('type Query { me: Rider } type Rider { name: String bike: Bike } type Bike { name: String }');
  const text = `query Q($id: ID = "{") @cached { who: me(id: $id, filter: { a: [1] }) @include(if: $x) { ...Named bike { name }
    ... on Rider { phone } ... @skip(if: false) { mail } } } fragment Named on Rider { name }`;
  expect(outline(selectionOf(text, types))).toEqual({
    'Query.who': { 'Rider.name': null, 'Rider.bike': { 'Bike.name': null }, 'Rider.phone': null, 'Rider.mail': null },
  });
});

test('without a schema the fields own what lies below them', () => {
  expect(outline(selectionOf('{ customer { name } }', new Map()))).toEqual({ 'Query.customer': { 'customer.name': null } });
});

test.each(['', 'Hello', 'type Rider { name: String }', 'query', 'query Q(', '{', '{ a { b', `{ a ${'{ a '.repeat(20_000)}`])(
  'what is no operation, or is broken off, gives what there is: %#',
  (text) => {
    expect(['object', 'none']).toContain(selectionOf(text, new Map())?.kind ?? 'none');
  },
);
