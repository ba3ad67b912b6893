/** What a single policy file says and denies in one breath. Between files there is no contradiction: what is laid over wins. */
import { findNodeAtLocation } from 'jsonc-parser';
import type { PolicyFile } from '../policy';
import { didYouMean } from './nearest';
import type { ConfigError, Parsed } from './parse';

const NEWEST = 1;

export function contradictions(parsed: Parsed, file: PolicyFile): ConfigError[] {
  const errors: ConfigError[] = [];
  const fail = (keys: (string | number)[], message: string): void => {
    let node = findNodeAtLocation(parsed.root, keys);
    for (let length = keys.length - 1; !node && length > 0; length--)
      node = findNodeAtLocation(parsed.root, keys.slice(0, length));
    errors.push({ path: parsed.path, ...parsed.locate((node ?? parsed.root).offset), message });
  };
  checkVersion(file, fail);
  checkFields(file, fail);
  checkRecipients(file, fail);
  checkModels(file, fail);
  for (const [index, transfer] of (file.regions?.transfers ?? []).entries()) {
    const known = Object.keys(file.recipients ?? {});
    if (!transfer.recipient || !file.recipients || known.includes(transfer.recipient)) continue;
    const message = `This transfer names the recipient '${transfer.recipient}', which 'recipients' does not have.`;
    fail(['regions', 'transfers', index, 'recipient'], message + didYouMean(transfer.recipient, known));
  }
  return errors;
}

type Fail = (keys: (string | number)[], message: string) => void;

function checkVersion({ version }: PolicyFile, fail: Fail): void {
  if (version === undefined || version === NEWEST) return;
  const isNewer = Number.isInteger(version) && version > NEWEST;
  const hint = isNewer
    ? `This file is in version ${version} of the format, and this data-ethics reads version ${NEWEST}. Update data-ethics.`
    : `There is no version ${version} of this format. Write "version": ${NEWEST}.`;
  fail(['version'], hint);
}

function checkFields(file: PolicyFile, fail: Fail): void {
  const said = new Map<string, string>();
  for (const [category, entry] of Object.entries(file.dataCategories ?? {})) {
    for (const [index, field] of (entry.fields ?? []).entries()) {
      const other = said.get(field);
      if (other !== undefined && other !== category)
        fail(
          ['dataCategories', category, 'fields', index],
          `'${field}' is declared as ${other} and as ${category}. Keep one of them.`,
        );
      said.set(field, category);
    }
  }
  const denied: [(string | number)[], string][] = (file.notPersonal ?? []).map((field, index) => [['notPersonal', index], field]);
  for (const [category, entry] of Object.entries(file.dataCategories ?? {}))
    for (const [index, field] of (entry.notPersonal ?? []).entries())
      denied.push([['dataCategories', category, 'notPersonal', index], field]);
  for (const [keys, field] of denied) {
    const category = said.get(field);
    if (category) fail(keys, `'${field}' is declared as ${category} and as not personal. Keep one of them.`);
  }
}

function checkRecipients(file: PolicyFile, fail: Fail): void {
  const own = new Set(file.firstPartyHosts ?? []);
  for (const [name, entry] of Object.entries(file.recipients ?? {})) {
    for (const [index, host] of (entry.hosts ?? []).entries()) {
      if (own.has(host))
        fail(
          ['recipients', name, 'hosts', index],
          `'${host}' is a host of your own (firstPartyHosts) and one of the recipient '${name}'. Keep one of them.`,
        );
    }
  }
}

/** What a model hands out is one of its own types. */
function checkModels(file: PolicyFile, fail: Fail): void {
  for (const [index, { types = {}, ...model }] of (file.models ?? []).entries()) {
    const known = Object.keys(types);
    for (const key of ['exports', 'ambient'] as const) {
      for (const [name, type] of Object.entries(model[key] ?? {})) {
        if (known.includes(type)) continue;
        const message = `'${name}' is of the type '${type}', which 'types' of this model does not have.`;
        fail(['models', index, key, name], message + didYouMean(type, known));
      }
    }
  }
}
