/** All projects of a workspace with their whole runs. Made anew when folders or settings change. */
import { collectSoon } from './memory';
import type { CancellationToken, ClientCapabilities, Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../engine/rule';
import type { SessionOptions, SessionResult } from '../session';
import { diagnosticsOf } from './diagnostics';
import { STATE, type State } from './messages';
import { progressOf } from './progress';
import { filePath, isShown, openFolder, openLoose, type Project } from './projects';
import { createPace, createRuns, type Runs } from './runs';
import type { Settings } from './settings';

export interface Workspace {
  /** Texts come and go; each answers whether that can change a finding elsewhere. */
  opened(document: TextDocument): boolean;
  edited(document: TextDocument): boolean;
  closed(uri: string): boolean;
  changedOnDisk(uris: string[]): void;
  placeOf(uri: string): { project: Project; path: string } | undefined;
  /** Diagnostics of a document as it is now. */
  glance(uri: string): Promise<Diagnostic[]>;
  /** Diagnostics of every file of the last whole runs, by uri; files whose settings want open files only are left out. */
  all(): Map<string, Diagnostic[]>;
  /** One for each folder that could be opened. */
  projects: Project[];
  /** The project of a workspace folder. */
  projectOf(folder: string): Project | undefined;
  /** Analyses everything after so many milliseconds of quiet. */
  analyse(delay: number): void;
  /** Looks at the disk anew. Somebody watches how far it has come, and may stop it. */
  analyseNow(watch?: Watch): Promise<void>;
  /** A whole run has come to its end. */
  onDone(tell: () => void): void;
  /** Resolves with the next whole run, or when this workspace is over. */
  next(): Promise<void>;
  hasRun(): boolean;
  dispose(): void;
}

/** Milliseconds. */
const BREATH = 50;

export interface Watch {
  report(done: number, total: number): void;
  token: CancellationToken;
}

interface Entry {
  project: Project;
  runs: Runs;
  stop(): void;
  /** What the last whole run saw, placed in the texts that it read. */
  seen: { uri: string; diagnostics: Diagnostic[] }[];
}

interface Given {
  connection: Connection;
  /** By folder uri. */
  settings: Map<string, Settings>;
  loose: Settings;
  options: SessionOptions;
  abilities: ClientCapabilities;
}

export function createWorkspace({ connection, settings, loose: looseSettings, options, abilities }: Given): Workspace {
  const loose = openLoose(looseSettings);
  const listeners: (() => void)[] = [];
  let waiting: (() => void)[] = [];
  let isDisposed = false;
  const watches = new Set<Watch>();
  const openEntry = (uri: string, own: Settings): Entry[] => {
    const pace = createPace();
    const progress = progressOf(connection, abilities, () => pace.stop());
    const report = (done: number, total: number): void => {
      progress.report(done, total);
      for (const watch of watches) watch.report(done, total);
    };
    try {
      const project = openFolder(uri, own, { ...options, rest: pace.rest, onProgress: report });
      if (!project) return [];
      const runs = createRuns(pace, () => project.session.findings([project.scope]), {
        begun() {
          tellState({ state: 'running', message: '', milliseconds: 0 });
          progress.begin();
        },
        done(result, milliseconds) {
          progress.end();
          project.result = result;
          entry.seen = seenIn(project, result, entry.seen);
          tellState({ state: 'ready', message: '', milliseconds });
          wake();
          for (const tell of listeners) tell();
          collectSoon();
        },
        stopped() {
          progress.end();
          tellState({ state: 'ready', message: '', milliseconds: 0 });
        },
        failed(error) {
          progress.end();
          connection.console.error(`The analysis failed: ${error instanceof Error ? error.stack : String(error)}`);
          tellState({ state: 'failed', message: messageOf(error), milliseconds: 0 });
        },
      });
      const entry: Entry = { project, runs, stop: pace.stop, seen: [] };
      return [entry];
    } catch (error) {
      connection.console.error(`${uri} cannot be analysed: ${messageOf(error)}`);
      return [];
    }
  };
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const tell of woken) tell();
  };
  const entries = [...settings].flatMap(([uri, own]) => openEntry(uri, own));
  // Of nested folders the inner one answers.
  entries.sort((one, two) => two.project.uriOf(two.project.scope).length - one.project.uriOf(one.project.scope).length);

  const tellState = (state: Omit<State, 'counts' | 'files'>): void => {
    if (isDisposed) return;
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const { project } of entries) for (const { severity } of project.result?.findings ?? []) counts[severity]++;
    const files = entries.reduce((sum, { project }) => sum + (project.result?.files.analysed ?? 0), 0);
    void connection.sendNotification(STATE, { ...state, counts, files } satisfies State);
  };

  const placeOf: Workspace['placeOf'] = (uri) => {
    const own = loose.pathOf(uri);
    if (own !== undefined) return { project: loose, path: own };
    for (const { project } of entries) {
      const path = project.pathOf(uri);
      if (path !== undefined) return isShown(path) ? { project, path } : undefined;
    }
    return undefined;
  };
  const admit = (document: TextDocument): ReturnType<Workspace['placeOf']> => {
    const isInside = entries.some(({ project }) => project.pathOf(document.uri) !== undefined);
    if (!isInside && loose.pathOf(document.uri) === undefined) loose.admit(document.uri, document.languageId);
    return placeOf(document.uri);
  };
  const write = (document: TextDocument): boolean => {
    const place = admit(document);
    if (!place) return false;
    const text = document.getText();
    // A text like that on the disk is no edit: results of the cache stay valid.
    if (place.project.session.text(place.path) === text) return false;
    place.project.session.update(place.path, text);
    return place.project !== loose;
  };
  return {
    opened: write,
    edited: write,
    closed(uri) {
      const place = placeOf(uri);
      place?.project.session.close(place.path);
      loose.release(uri);
      return place !== undefined && place.project !== loose;
    },
    changedOnDisk(uris) {
      for (const { project } of entries) {
        const paths = uris.flatMap((uri) => project.pathOf(uri) ?? []);
        if (paths.length) project.session.changed(paths);
      }
    },
    placeOf,
    async glance(uri) {
      const place = placeOf(uri);
      if (!place) return [];
      const { findings } = await place.project.session.glance(place.path);
      return diagnosticsOf(place.project, place.path, findings);
    },
    all() {
      const shown = entries.filter(({ project }) => project.settings.scope === 'workspace');
      return new Map(shown.flatMap(({ seen }) => seen.map(({ uri, diagnostics }) => [uri, diagnostics] as const)));
    },
    projects: entries.map(({ project }) => project),
    projectOf: (folder) => entries.find(({ project }) => filePath(project.uriOf(project.scope)) === filePath(folder))?.project,
    analyse: (delay) => entries.forEach(({ runs }) => runs.schedule(delay)),
    async analyseNow(watch) {
      for (const { project } of entries) project.session.changed();
      if (watch) watches.add(watch);
      const stopping = watch?.token.onCancellationRequested(() => entries.forEach(({ stop }) => stop()));
      await Promise.all(entries.map(({ runs }) => runs.now(() => !watch?.token.isCancellationRequested)));
      stopping?.dispose();
      if (watch) watches.delete(watch);
    },
    onDone: (tell) => void listeners.push(tell),
    // Whoever asks one that is over, asks again: never without a breath, or nobody else is heard.
    next: () => new Promise((resolve) => (isDisposed ? setTimeout(resolve, BREATH) : waiting.push(resolve))),
    hasRun: () => entries.every(({ project }) => project.result !== undefined),
    dispose() {
      isDisposed = true;
      for (const { runs } of entries) runs.dispose();
      wake();
    },
  };
}

/** A file that has changed meanwhile keeps what was said of it before: places in the old text are none in the new one. */
function seenIn(project: Project, result: SessionResult, before: Entry['seen']): Entry['seen'] {
  const files = new Map<string, Finding[]>(project.session.configErrors.map(({ path }) => [path, []]));
  for (const finding of result.findings) files.set(finding.at.path, [...(files.get(finding.at.path) ?? []), finding]);
  return [...files].flatMap(([path, findings]) => {
    const uri = project.uriOf(path);
    if (!project.session.isAsRead(path)) return before.filter((known) => known.uri === uri);
    return [{ uri, diagnostics: diagnosticsOf(project, path, findings) }];
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
