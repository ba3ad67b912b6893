/** Database and API schemas read as text: Prisma models become object types, GraphQL types say what a query gives. */
import type { ProjectFacts } from '../project';
import { readGraphql, type GraphqlTypes } from './graphql';
import { UNKNOWN, type Member, type ObjectType, type Type } from './types';
import { derived } from './type-parts';

/** Model name → type. Relations are left out: a query returns them only when it includes them. */
export interface Schemas {
  models: Map<string, ObjectType>;
  /** Relations of a Prisma model: field → model name. */
  relations: Map<string, Map<string, string>>;
  graphql: GraphqlTypes;
}

export function readSchemas(facts: ProjectFacts): Schemas {
  const schemas: Schemas = { models: new Map(), relations: new Map(), graphql: new Map() };
  for (const { path, text } of facts.schemas) {
    if (path.endsWith('.prisma')) readPrisma(text, schemas);
    else readGraphql(text, schemas.graphql);
  }
  return schemas;
}

const SCALARS: Record<string, string> = {
  String: 'string',
  Int: 'number',
  BigInt: 'number',
  Float: 'number',
  Decimal: 'number',
  Boolean: 'boolean',
  DateTime: 'Date',
  Bytes: 'Buffer',
};

function readPrisma(text: string, schemas: Schemas): void {
  const enums = new Set([...text.matchAll(/^\s*enum\s+(\w+)/gm)].map((match) => match[1]));
  for (const [, name, body] of text.matchAll(/^\s*(?:model|view|type)\s+(\w+)\s*\{([\s\S]*?)^\s*\}/gm)) {
    const members = new Map<string, Member>();
    const relations = new Map<string, string>();
    let comment = '';
    for (const line of body.split('\n')) {
      const field = /^\s*(\w+)\s+(\w+)(\[\])?(\?)?([^\n]*)/.exec(line);
      if (/^\s*\/\//.test(line)) comment += line;
      if (/^\s*(\/\/|@@|$)/.test(line) || !field) continue;
      const [, member, typeName, list, , rest] = field;
      const note = /@(notPersonal|personal)\b\s*([\w-]*)/.exec(comment + rest);
      comment = '';
      const scalar = SCALARS[typeName] ?? (enums.has(typeName) ? 'enum' : '');
      if (scalar === '' && typeName !== 'Json') {
        relations.set(member, typeName);
        continue;
      }
      const type: Type = scalar === '' ? UNKNOWN : { kind: 'primitive', name: scalar };
      members.set(member, {
        type: list ? { kind: 'array', element: type } : type,
        owner: name,
        schema: true,
        personal: note ? (note[1] === 'notPersonal' ? null : note[2]) : undefined,
      });
    }
    schemas.models.set(name, derived(name, members));
    schemas.relations.set(name, relations);
  }
}
