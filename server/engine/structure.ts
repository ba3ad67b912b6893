/** The questions about structure: what is collected, watched, pushed and kept where. Each is worked out when first asked. */
import type { Solution } from './flow/solve';
import type { Model } from './model';
import { once } from './remember';
import type { Flow } from './rule';
import type { SchemaFact } from './project';
import type { StructureAsk } from './rule/structure';
import { capturesOf } from './structure/watching/captures';
import { choicesOf } from './structure/choices/choices';
import { urgenciesOf } from './structure/urgency/urgencies';
import type { Code } from './structure/code';
import { datasetsOf } from './structure/anonymity/datasets';
import { fetchesOf } from './structure/records/fetches';
import { openColumnsOf } from './structure/records/open-columns';
import { keepingsOf } from './structure/records/keepings';
import { longSessions } from './structure/records/sessions';
import { sharesOf } from './structure/records/shares';
import { narrowFieldsOf } from './structure/assumptions/narrow-fields';
import { placementsOf } from './structure/regions/placements';
import { plainPasswordsOf } from './structure/plain-passwords';
import { presetsOf } from './structure/presets/presets';
import { recordingsOf } from './structure/watching/recorders';
import { unreadFieldsOf } from './structure/unread/unread';
import type { Uses } from './structure/uses';

export interface StructureParts {
  solution: Solution;
  code(): Code;
  uses(): Uses;
  models: readonly Model[];
  schemas: readonly SchemaFact[];
  /** Every way to an instruction leads through a yes to being tracked. */
  isAgreed(fn: number, ordinal: number): boolean;
  /** Flows into sinks of a kind, as rules see them. */
  flows(...sinks: Flow['sink'][]): Iterable<Flow>;
}

export function createStructure(parts: StructureParts): StructureAsk {
  const { code, uses } = parts;
  return {
    fetches: once(() => placed(fetchesOf(code(), uses()))),
    openColumns: once(() => placed(openColumnsOf(code()))),
    shares: once(() => placed(sharesOf(code(), uses(), parts.flows('share')))),
    keepings: once(() =>
      placed([...keepingsOf(code(), parts.flows('share'), parts.flows('browser-storage')), ...longSessions(code())]),
    ),
    unreadFields: once(() => placed(unreadFieldsOf(code(), uses()))),
    recordings: once(() => placed(recordingsOf(code(), parts.models))),
    captures: once(() => placed(capturesOf(code(), uses()))),
    plainPasswords: once(() => placed(plainPasswordsOf(code()))),
    presets: once(() => placed(presetsOf(code(), uses(), parts))),
    choices: once(() => placed(choicesOf(code(), uses()))),
    urgencies: once(() => placed(urgenciesOf(code(), uses()))),
    datasets: once(() => placed(datasetsOf(code(), uses()))),
    narrowFields: once(() => placed(narrowFieldsOf(code(), uses()))),
    placements: once(() =>
      placed(placementsOf(code(), uses(), parts.solution.flows, parts.flows('http', 'third-party', 'prompt'))),
    ),
  };
}

/** In the order of places; a place answers once. */
function placed<T extends { at: { path: string; start: number } }>(found: T[]): T[] {
  const seen = new Set<string>();
  return found
    .sort((a, b) => (a.at.path < b.at.path ? -1 : a.at.path > b.at.path ? 1 : a.at.start - b.at.start))
    .filter(({ at }) => {
      const key = `${at.path}:${at.start}`;
      return !seen.has(key) && seen.add(key);
    });
}
