/** Which names speak of a choice about tracking or messages, what the choice is about, and which literals say yes or no. */
import { wordSet, wordsOf } from '../../words';
import type { Topic } from './facts';

/** A name that speaks of a choice. */
export interface ChoiceName {
  topic: Topic | 'unknown';
  /** True for opt-outs, Do Not Track, Global Privacy Control: yes means no. */
  negative: boolean;
}

const TOPIC_OF: Record<string, Topic> = {
  ...topic('analytics', 'analytic statistic performance measurement stat metric telemetry c0002 analyse statistik analitica'),
  ...topic(
    'marketing',
    'marketing ad advertising advertisement advertiser targeting remarketing retargeting promotional c0004 c0005 werbung publicite publicidad publicidade',
  ),
  ...topic('functional', 'functional functionality necessary essential preference c0001 c0003'),
  ...topic('personalization', 'personalization personalisation personalized personalised'),
  ...topic('contact', 'newsletter subscription subscribed unsubscribed unsubscribe mailing'),
};

function topic(name: Topic, words: string): Record<string, Topic> {
  return Object.fromEntries(words.split(' ').map((word) => [word, name]));
}

/** What a choice of this name is about: `ad_storage`, `statistics`, `C0002`. */
export function topicOf(name: string): Topic | 'unknown' {
  for (const word of [...wordsOf(name), name.toLowerCase()]) if (Object.hasOwn(TOPIC_OF, word)) return TOPIC_OF[word];
  return 'unknown';
}

/** Enough alone. */
const CHOICE = wordSet(
  'consent consented consenting cmp tcfapi tcdata klaro cookiebot onetrust onetrustactivegroups didomi axeptio usercentrics osano fides iubenda ' +
    'einwilligung zustimmung consentement consentimiento consentimento consenso toestemming zgoda',
);
const SUBJECT = wordSet(
  'cookie tracking track analytic marketing telemetry ad advertising statistic newsletter gdpr privacy session replay recording measurement ' +
    'dsgvo werbung statistik analyse publicite publicidad publicidade analitica pubblicita',
);
const ANSWER = wordSet(
  'allowed accepted granted permitted agreed enabled approved permission choice given allow accept agree grant opted receive want ' +
    'erlaubt akzeptiert zugestimmt accepte autorise aceptado aceptada permitido aceito permitida accettato akkoord toegestaan',
);
const MODAL = wordSet('can may should');
/** A name about the form, the record or the state of asking is no answer. */
const NO_ANSWER = wordSet(
  'banner modal dialog popup popover drawer toast open opened visible show showing shown display hidden hide loading loaded ready pending error ' +
    'version id key log history audit name url text label message title form page link component provider context screen type schema route path ' +
    'answered decided responded interacted seen expired expiry style class ref element button',
);
const SETS = wordSet(
  'set save store update write persist record reset clear remove delete toggle submit open close render log create build',
);

/** What a name says about a choice; null when it says nothing. `owner` is the name of what it is a member of. */
export function choiceName(name: string, owner = ''): ChoiceName | null {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 8) return null;
  const has = (word: string): boolean => words.includes(word);
  const joined = words.join(' ');
  if (/\bglobal privacy control\b|^gpc$|\bsec gpc\b|\bdo not (track|sell|share|contact)\b|\bdnt\b/.test(joined))
    return { topic: 'unknown', negative: true };
  if (/\bopt(ed)? out\b|\boptout\b|\bopted out\b/.test(joined)) return { topic: topicOf(name), negative: true };
  if (/\bunsubscribed\b|\bsuppressed\b|\bsuppression\b/.test(joined)) return { topic: 'contact', negative: true };
  if (words.some((word) => NO_ANSWER.has(word)) || SETS.has(words[0])) return null;
  if (/\bopt(ed)? in\b|\boptin\b/.test(joined)) return { topic: topicOf(name), negative: false };
  const negative =
    /\b(denied|rejected|refused|declined|withdrawn|revoked|disabled|blocked|abgelehnt|verweigert|rechazado|recusado|rifiutato)\b/.test(
      joined,
    );
  if (words.some((word) => CHOICE.has(word))) {
    const isNeeded = /\b(require|required|need|needed|must)\b/.test(joined);
    // Where none is needed nobody has to be asked.
    if (isNeeded) return /^(has|is|get)\b/.test(joined) ? { topic: topicOf(name), negative: true } : null;
    return { topic: topicOf(name), negative };
  }
  const subject = words.some((word) => SUBJECT.has(word));
  if (subject && (words.some((word) => ANSWER.has(word)) || negative)) return { topic: topicOf(name), negative };
  if (subject && MODAL.has(words[0]) && (has('track') || has('tracking'))) return { topic: topicOf(name), negative: false };
  if (words.length === 1 && has('newsletter')) return { topic: 'contact', negative: false };
  if (words.length < 4 && has('subscribed')) return { topic: 'contact', negative: false };
  if (!isChoiceBook(owner)) return null;
  const ofConsent = /(consent|cookie)s?$/i.test(owner);
  // What somebody is logged in by is kept in cookies as well.
  if (words.some((word) => LOGS_IN.has(word))) return null;
  // `purposes.consents[1]` is an answer; `choices[0]` is the first of a list.
  if (/^\d+$/.test(name)) return ofConsent ? { topic: 'unknown', negative: false } : null;
  if (topicOf(name) !== 'unknown') return { topic: topicOf(name), negative: false };
  // Somebody's preferences are about messages; an entry of a consent may be any vendor or number.
  return { topic: ofConsent ? 'unknown' : 'contact', negative: false };
}

const LOGS_IN = wordSet('session sid token jwt auth csrf xsrf login user uid id');

/** What holds one answer per purpose: `prefs.analytics`, `cookies.marketing`. */
function isChoiceBook(owner: string): boolean {
  const last = wordsOf(owner).at(-1);
  return last !== undefined && /^(pref|preference|choice|permission|setting|privacy|category|cookie|consent)$/.test(last);
}

/** The choice that something asks for before it lets anybody pass: `requireConsent`, `RequiresAnalyticsConsent`. */
export const requiredChoice = (name: string): ChoiceName | null =>
  choiceName(name.replace(/^(requires?|needs?|ensure|assert|with|only)(?=[A-Z_])/i, ''));

/** A literal that answers: true for yes, false for no, null when it is no answer. */
export function answerOf(text: string): boolean | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
  if (
    /^(true|yes|y|1|granted|grant|authori[sz]ed|given|accepted|accept|acceptall|all|allow|allowed|allowall|optin|optedin|agreed|agree|enabled|on|full|ok|consented|subscribed|allaccepted|acceptedall|allgranted|ja|akzeptiert|zugestimmt|oui|accepté|accepte|aceptado|aceito|accettato)$/.test(
      word,
    )
  )
    return true;
  if (
    /^(false|no|n|0|denied|deny|denyall|rejected|reject|rejectall|declined|decline|refused|disallow|disallowed|optout|optedout|disabled|off|none|necessary|necessaryonly|essential|essentialonly|withdrawn|revoked|unsubscribed|alldenied|allrejected|nein|abgelehnt|non|refusé|refuse|rechazado|recusado|rifiutato|afgewezen)$/.test(
      word,
    )
  )
    return false;
  return null;
}

/** Calls that keep a yes: `saveConsent`, `acceptCookies`. */
export function recordsChoice(name: string): boolean {
  const words = wordsOf(name);
  const about = words.some((word) => CHOICE.has(word) || SUBJECT.has(word));
  return (
    about && (SETS.has(words[0]) || words[0] === 'give' || words[0] === 'grant' || words[0] === 'accept' || words[0] === 'allow')
  );
}

const ACCEPTS = wordSet('accept accepted agree allow grant granted approve consent');
const ACCEPTED = wordSet('cookie consent all tracking analytic marketing gdpr privacy telemetry necessary');

/** Handlers that run when somebody says yes: `onAccept`, `handleAcceptAll`, `acceptCookies`. */
export function acceptsChoice(name: string): boolean {
  const words = wordsOf(name).filter((word) => !/^(handle|on|click|press|button|btn|handler|do)$/.test(word));
  if (words.length === 0 || words.length > 4) return false;
  const says = words.some((word) => ACCEPTS.has(word));
  return says && (words.length === 1 ? words[0] !== 'all' : words.some((word) => ACCEPTED.has(word))) && !words.includes('not');
}

const REFUSES = wordSet('reject rejected decline declined deny denied refuse revoke withdraw optout');

/** No name without such a word is one of a handler that refuses. */
export const mayRefuse = (word: string): boolean => REFUSES.has(word) || word === 'opt';

/** Handlers that run when somebody says no: `rejectAll`, `optOut`, `revokeConsent`, `declineCookies`. */
export function refusesChoice(name: string): boolean {
  const words = wordsOf(name).filter((word) => !/^(handle|on|click|press|button|btn|handler|do)$/.test(word));
  if (words.length === 0 || words.length > 4) return false;
  if (/^opt out\b/.test(words.join(' '))) return true;
  const says = words.some((word) => REFUSES.has(word));
  return says && words.some((word) => ACCEPTED.has(word) || word === 'optional' || word === 'nonessential');
}

/** A picture of a window, as a page that sells or builds such windows shows it: `BannerPreview`, `cookie-demo.tsx`. */
export const isPicture = (name: string): boolean =>
  wordsOf(name).some((word) => /^(preview|previews|demo|demos|mock|mockup|showcase|playground|storybook)$/.test(word));

/** A registration that runs a function once there is consent: `onConsent`, `whenConsented`, `onConsentGranted`. */
export function waitsForChoice(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => CHOICE.has(word)) && /^(on|when|after|once|with|if|wait|run|require)$/.test(words[0]) && words.length > 1
  );
}

/** Events that a consent tool sends when somebody says yes. */
export function isChoiceEvent(text: string): boolean {
  return (
    /consent|cookie.?(accept|allow)|accept.?cookie|optin|opt-in/i.test(text) &&
    !/banner|dialog|open|show|decline|reject/i.test(text)
  );
}

/** What a window asks a person for: "May we use cookies for analytics?". */
export const asksLeave = (text: string): boolean => {
  const words = wordsOf(text);
  return words.some((word) => CHOICE.has(word) || SUBJECT.has(word)) && !words.some((word) => mayRefuse(word));
};

/** Components that show their children only to those who agreed: `<ConsentGate>`, `<RequireConsent>`. */
export function gatesChildren(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => CHOICE.has(word)) &&
    words.some((word) =>
      /^(gate|gated|guard|guarded|only|require|required|with|when|if|boundary|wrapper|granted|given)$/.test(word),
    )
  );
}

/** Where settings of the installation come from: no person's choice. */
export const isSetting = (name: string): boolean =>
  /^(env|environment|process|config|configuration|appconfig|serverenv|publicenv|runtimeconfig|siteconfig|constants?|flags|featureflags)$/i.test(
    name.replace(/[_-]/g, ''),
  );

/** Calls that keep a value under a key: `localStorage.setItem`, `Cookies.set`, `AsyncStorage.setItem`, `setCookie`. */
export const KEEPS = /^(setItem|set|setCookie|setValue|put)$/;
/** Calls that read what is kept under a key. */
export const READS = /^(getItem|get|getCookie|getValue|has|hasCookie|hasItem|check)$/;
