/** Which session answers for a document: one for each workspace folder, and one for texts outside of all. */
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver';
import { isSource, realPath, rootOf } from '../disk';
import type { Place } from '../engine/rule';
import { CONFIG_NAME } from '../engine/policy';
import { openSession, type Session, type SessionOptions, type SessionResult } from '../session';
import type { Settings } from './settings';

export interface Project {
  session: Session;
  settings: Settings;
  /** The last whole run. */
  result?: SessionResult;
  /** Project paths that belong to the folder: '' for all. */
  scope: string;
  uriOf(path: string): string;
  /** The project path of a document, or undefined when it does not lie here. */
  pathOf(uri: string): string | undefined;
}

/** The project of a workspace folder. @throws when the folder cannot be read. */
export function openFolder(uri: string, settings: Settings, options: SessionOptions): Project | undefined {
  const given = filePath(uri);
  if (given === undefined) return undefined;
  const real = realPath(given);
  const session = openSession(rootOf(real), { ...options, overruling: settings.overruling, watched: true });
  const scope = slashed(relative(session.root, real));
  return {
    session,
    settings,
    scope,
    uriOf(path) {
      const absolute = join(session.root, path);
      const inside = relative(real, absolute);
      return pathToFileURL(inside.startsWith('..') ? absolute : join(given, inside)).href;
    },
    pathOf(document) {
      const absolute = filePath(document);
      if (absolute === undefined) return undefined;
      const inside = relative(given, absolute);
      if (inside.startsWith('..') || inside === '') return undefined;
      return slashed(relative(session.root, join(real, inside)));
    },
  };
}

const EXTENSIONS: Record<string, string> = {
  typescript: 'ts',
  typescriptreact: 'tsx',
  javascript: 'js',
  javascriptreact: 'jsx',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  html: 'html',
};

/** Documents outside every folder, unsaved ones among them: each is looked at by itself, and no folder is searched for it. */
export interface LooseTexts extends Project {
  /** Gives a document a path by its name or its language. */
  admit(uri: string, language: string): string | undefined;
  release(uri: string): void;
}

export function openLoose(settings: Settings): LooseTexts {
  const paths = new Map<string, string>();
  const uris = new Map<string, string>();
  return {
    session: openSession('/', { loose: true, cache: false, overruling: settings.overruling }),
    settings,
    scope: '',
    uriOf: (path) => uris.get(path) ?? path,
    pathOf: (uri) => paths.get(uri),
    admit(uri, language) {
      const file = filePath(uri);
      const extension = EXTENSIONS[language];
      const name = encodeURIComponent(uri);
      const path = file !== undefined && isSource(file) ? `${name}` : extension ? `${name}.${extension}` : undefined;
      if (path === undefined) return undefined;
      paths.set(uri, path);
      uris.set(path, uri);
      return path;
    },
    release(uri) {
      uris.delete(paths.get(uri) ?? '');
      paths.delete(uri);
    },
  };
}

/** By path or uri. */
export const isPolicy = (path: string): boolean => path === CONFIG_NAME || path.endsWith(`/${CONFIG_NAME}`);

/** Files a session has something to say about. */
export const isShown = (path: string): boolean => isSource(path) || isPolicy(path);

/** Turns places into protocol positions; each text is read once. For one answer: texts change. */
export function rangesOf({ session }: Project): (place: Place) => Range {
  const documents = new Map<string, TextDocument>();
  return ({ path, start, end }) => {
    const document = documents.get(path) ?? TextDocument.create('', '', 0, session.text(path));
    documents.set(path, document);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  };
}

export function filePath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

const slashed = (path: string): string => path.split(sep).join('/');
