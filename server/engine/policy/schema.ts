import type { Known } from './known';
import { POLICY, SEVERITIES } from './table';
import type { Value } from './value';

type Json = Record<string, unknown>;

/** The JSON schema (draft 7) of the policy file, for editors. */
export function policySchema(known: Known): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'data-ethics.json',
    allowTrailingCommas: true,
    ...schemaOf(POLICY, known),
  };
}

function schemaOf(value: Value, known: Known): Json {
  const description = value.words;
  switch (value.type) {
    case 'later':
      return { description };
    case 'text-or-null':
      return { description, type: ['string', 'null'] };
    case 'text':
    case 'host':
      return { description, type: 'string' };
    case 'number':
      return { description, type: 'number' };
    case 'flag':
      return { description, type: 'boolean' };
    case 'either':
      return { description, anyOf: value.of.map((of) => schemaOf(of, known)) };
    case 'choice':
      return { description, enum: [...value.of] };
    case 'category':
      return { description, enum: value.groups ? [...known.categories, ...Object.keys(known.groups ?? {})] : known.categories };
    case 'day':
      return { description, type: 'string', pattern: '^(\\d{4}-\\d\\d-\\d\\d|TODO.*)$' };
    case 'duration':
      return { description, type: 'string', examples: ['24 months', 'until account-deletion + 30 days'] };
    case 'text-or-list':
      return { description, anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    case 'list':
      return { description, type: 'array', items: schemaOf(value.of, known) };
    case 'rule':
      return ruleSchema(description, {});
    case 'map':
      return mapSchema(value, known);
    case 'object': {
      const properties = Object.fromEntries(Object.entries(value.keys).map(([key, of]) => [key, schemaOf(of, known)]));
      return { description, type: 'object', properties, additionalProperties: value.open ?? false, required: value.required };
    }
  }
}

function mapSchema(value: Extract<Value, { type: 'map' }>, known: Known): Json {
  const { words: description } = value;
  if (value.keys === 'rule') {
    const properties = Object.fromEntries(
      known.rules.map((rule) => [rule.id, ruleSchema(`Default: ${rule.severity}.`, rule.options)]),
    );
    return { description, type: 'object', properties, additionalProperties: false };
  }
  if (value.keys === 'category') {
    return {
      description,
      type: 'object',
      propertyNames: { enum: known.categories },
      additionalProperties: schemaOf(value.of, known),
    };
  }
  return { description, type: 'object', additionalProperties: schemaOf(value.of, known) };
}

function ruleSchema(description: string, options: Record<string, unknown>): Json {
  const severity = { enum: [...SEVERITIES] };
  const properties = Object.fromEntries(Object.entries(options).map(([name, standard]) => [name, { default: standard }]));
  const object = { type: 'object', properties, additionalProperties: false };
  return { description, anyOf: [severity, { type: 'array', items: [severity, object], minItems: 1, maxItems: 2 }] };
}
