/** Names around a choice: members that give it, calls that ask for it, and what merely stands beside it. */
import type { Topic } from './facts';
import { choiceName, topicOf, type ChoiceName } from './wording';

/** Members that give the choice itself. */
export const GIVES_THE_CHOICE = new Set([
  'value',
  'checked',
  'current',
  'data',
  'state',
  'status',
  'result',
  'snapshot',
  '0',
  'get',
  'then',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'toString',
  'valueOf',
  'json',
]);
/** Methods and hooks that give the answer whose name is among their arguments. */
export const ASKS_BY_NAME = new Set([
  'includes',
  'has',
  'get',
  'getItem',
  'indexOf',
  'some',
  'every',
  'match',
  'startsWith',
  'test',
  'find',
  'read',
  'getValue',
  'header',
  'cookie',
  'cookies',
  'useSelector',

  'getElementById',
]);
/** Functions and hooks that give what is kept under the key among their arguments: `useLocalStorage('consent')`, `atomWithStorage('consent', …)`. */
export const READS_BY_KEY =
  /^(get|read|use)\w*(cookie|storage|item|header|stored|value|persist)|^atomWithStorage$|^persistent(Atom|Map)$/i;
/** Calls that hand on the value they are given. */
export const HANDS_THROUGH = new Set([
  'Boolean',
  'String',
  'Number',
  'JSON.parse',
  'JSON.stringify',
  'structuredClone',
  'toValue',
  'unref',
  'useDeferredValue',
  'Promise.resolve',
  'decodeURIComponent',
  'useStore',
  'useAtomValue',
  'useAtom',
  'useRecoilValue',
  'useRecoilState',
]);

/** The topic that a member or a method speaks of, else that of its owner. */
export const narrower = (topic: Topic | 'unknown', name: string): Topic | 'unknown' =>
  topicOf(name) === 'unknown' ? topic : topicOf(name);

/** A member of a choice that is not an answer: `consent.version`, `consent.show()`. */
export const saysNothing = (name: string): boolean =>
  /^(on|off|set|add|remove|show|open|close|init|eventStatus|cmpStatus|displayStatus|run|render|subscribe|save|update|reset|configure|version|id|date|timestamp|length|size|then|catch|push|map|forEach|filter)/.test(
    name,
  ) ||
  /(Banner|Modal|Dialog|Version|Date|Open|Visible|Loading|Loaded|Ready|Initialized|Applies|Id|Name|Key)$/.test(name) ||
  /^(banner|modal|dialog|visible|loading|loaded|ready|initialized|pending|error)$/.test(name);

/** What a consent tool calls its table of answers. */
export const isTableOfAnswers = (name: string): boolean =>
  /^(purposes?|consents?|vendors?|categories|services|parsedSections)$/.test(name);

/** What the type of a person's answers is called: `Consent`, `CookiePreferences`, `TrackingConsentState`. */
export const isChoiceType = (name: string): boolean =>
  /^(I|T)?(User|Cookie|Tracking|Privacy|Marketing|Gdpr)*Consents?(State|Status|Choices?|Preferences|Prefs|Settings|Flags|Record|Map|Values|Categories)?$/.test(
    name,
  ) || /^(User)?(Cookie|Tracking|Privacy)(Preferences|Prefs|Choices|Permissions)$/.test(name);

/** What the name of a constant says whose value is the key of a cookie or a store. */
export const keyChoice = (name: string): ChoiceName | null =>
  name === ''
    ? null
    : choiceName(
        name.replace(/_?(Context|Store|Provider|Atom|KEY|COOKIE_NAME|NAME|STORAGE_KEY|Key|CookieName|Name|StorageKey)$/, ''),
      );

/** What a control is called that a selector finds: `input[name="cookies[analytics]"]:checked`, `#analytics-consent`. */
export function controlChoice(selector: string): ChoiceName | null {
  const found = /(?:\[name=["']?|^#)([\w-]+)(?:\[([\w-]+)\])?/.exec(selector);
  if (!found) return null;
  return found[2] ? choiceName(found[2], found[1]) : choiceName(found[1]);
}

/** ENABLE_TRACKING: a name in capitals is configuration, but TELEMETRY_ENABLED as a member of somebody's settings may be a choice. */
export const isPublicVariable = (name: string): boolean => /^(NEXT_PUBLIC|VITE|REACT_APP|NUXT|PUBLIC|EXPO_PUBLIC)_/.test(name);
