/** Text → IR of one module. The syntax tree lives as long as this call. */
import { Kind, NONE } from '../ir';
import type { ModuleIR } from '../ir';
import { textHash } from '../hash';
import { callHandlers } from './calls';
import { classHandlers } from './classes';
import { collectDirectives } from './comments';
import { install } from './dispatch';
import { exceptionHandlers } from './exceptions';
import { finishExports } from './exports';
import { expressionHandlers } from './expressions';
import { enter, functionHandlers, leave, lowerPending, pushFunction } from './functions';
import { hoist, hoistVariables } from './hoist';
import { bindImports } from './imports';
import { literalHandlers } from './literals';
import { logicHandlers } from './logic';
import { loopHandlers } from './loops';
import { markupHandlers } from './markup';
import { parse } from './parse';
import type { Parsed } from './parse';
import { statementHandlers, statementList } from './statements';
import { reset, scratch } from './state';
import { settle } from './strings';
import type { Written } from './templates/written';
import { emit0 } from './writer';
import type { Lowering } from './state';

install(
  [expressionHandlers, literalHandlers, logicHandlers, callHandlers, functionHandlers, classHandlers, markupHandlers],
  [statementHandlers, loopHandlers, exceptionHandlers],
);

/**
 * Lowers one module. Never fails: broken source is lowered as far as it parses and counted in `stats`.
 * @param path decides the language by its extension
 * @param text the whole file; all offsets of the result count its UTF-16 code units
 */
export function lower(path: string, text: string): ModuleIR {
  return lowerParsed(path, text, parse(path, text));
}

/** As `lower`, of a file that is parsed already; undefined for one that the parser could not take. */
export function lowerParsed(path: string, text: string, parsed: Parsed | undefined): ModuleIR {
  const l = scratch;
  reset(l, parsed?.text ?? '');
  pushFunction(l, '', 'module', 0, text.length);
  enter(l, 0);
  l.scope = l.moduleScope;
  l.opaque = parsed?.opaque ?? 0;
  l.inputs = parsed?.inputs ?? [];
  if (parsed === undefined) giveUp(l);
  else lowerModule(l, parsed);
  if (parsed?.template) leadBack(l, parsed.template);
  return finish(l, path, text, parsed?.syntaxErrors ?? 0, parsed ? parsed.tooDeep : NONE);
}

function lowerModule(l: Lowering, { file, text }: Parsed): void {
  const { statements } = file;
  bindImports(l, statements);
  hoistVariables(l, statements);
  hoist(l, statements);
  statementList(l, statements);
  leave(l);
  finishExports(l, statements);
  lowerPending(l);
  if (text.includes('data-ethics-')) collectDirectives(l, file);
}

/** Places behind the scripts become those of the template. */
function leadBack(l: Lowering, template: Written): void {
  for (const entry of l.functions) {
    const origin = entry.start;
    entry.start = template.start(origin);
    entry.end = template.end(entry.end);
    for (let ordinal = entry.first; ordinal < entry.first + entry.count; ordinal++) {
      l.places[2 * ordinal] = template.start(origin + l.places[2 * ordinal]) - entry.start;
      l.places[2 * ordinal + 1] = template.end(origin + l.places[2 * ordinal + 1]) - entry.start;
    }
  }
  for (const comment of l.comments) {
    comment.start = template.start(comment.start);
    comment.end = template.end(comment.end);
  }
}

/** Nesting that no stack can hold: one opaque value stands for the file. */
function giveUp(l: Lowering): void {
  l.opaque++;
  emit0(l, Kind.Opaque, 0, 0, 0);
  leave(l);
}

function finish(l: Lowering, path: string, text: string, syntaxErrors: number, tooDeep: number | undefined): ModuleIR {
  l.at[l.count] = l.size;
  l.termStart[l.termCount] = l.termsSize;
  const lengths = [l.size, l.count + 1, 2 * l.count, l.termsSize, l.termCount + 1];
  // One allocation for all five.
  const words = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  let used = 0;
  const [code, at, places, terms, termStart] = [l.code, l.at, l.places, l.terms, l.termStart].map((source, index) => {
    const view = words.subarray(used, used + lengths[index]);
    view.set(source.subarray(0, lengths[index]));
    used += lengths[index];
    return view;
  });
  const { names, functions, shapes, classes, imports, exports, comments, opaque } = l;
  const stats = {
    lines: countLines(text),
    bytes: text.length,
    syntaxErrors,
    opaque,
    ...(tooDeep === undefined ? {} : { tooDeep }),
  };
  return settle({
    path,
    hash: textHash(text),
    code,
    at,
    places,
    names,
    terms,
    termStart,
    functions,
    shapes,
    classes,
    imports,
    exports,
    comments,
    stats,
  });
}

function countLines(text: string): number {
  let lines = 1;
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) lines++;
  return lines;
}
