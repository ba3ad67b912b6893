/** Built-in readers that models name: results that depend on names, projections or declared shapes. */
import { graphql, graphqlDocument } from './readers/graphql';
import { procedure } from './readers/handlers';
import { instance, into } from './readers/instances';
import { answer, chosen, field, text } from './readers/objects';
import type { Read } from './readers/reading';
import { mongoose, prisma, repository, sequelize } from './readers/records';
import { joi, superform, valibot, yup, zod } from './readers/schemas';
import { atom, keptAtom, persist, setter, stored } from './readers/stores';
import { documents, sql } from './readers/sql';
import {
  adding,
  derivedStore,
  flattening,
  gathered,
  latest,
  mapping,
  operator,
  sharedState,
  stream,
  watching,
} from './readers/streams';
import { builder, drizzle, drizzleColumn, drizzleTable, supabase } from './readers/tables';

export const readers: Record<string, Read> = {
  pick: chosen(true),
  omit: chosen(false),
  answer,
  field,
  text,
  prisma,
  repository,
  mongoose,
  sequelize,
  sql,
  documents,
  'drizzle-table': drizzleTable,
  'drizzle-column': drizzleColumn,
  drizzle,
  supabase,
  builder,
  zod,
  yup,
  joi,
  valibot,
  superform,
  persist,
  setter,
  stored,
  'kept-atom': keptAtom,
  atom,
  procedure,
  stream,
  'gathered-streams': gathered,
  latest,
  'shared-state': sharedState,
  operator,
  mapping,
  flattening,
  watching,
  adding,
  'derived-store': derivedStore,
  instance,
  into,
  graphql,
  'graphql-document': graphqlDocument,
};
