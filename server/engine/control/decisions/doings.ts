/** What a call does to a person, by how it is named and what it says: it sells, it brushes off, it protects, it treats. */
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../../ir';
import { wordSet, wordsOf } from '../../words';
import type { Body } from '../bodies';
import { lastName, nameOfCallee } from '../named';
import { alternativesOf } from '../parts';
import { textsIn } from './outcomes';

export type Doing = 'offer' | 'dismissal' | 'treatment' | 'label' | 'evaluation';

/** Words of a call that sells, whatever it is given. */
const SELLS = wordSet(
  'upsell upsells crosssell promo promotion promote offer bonus ad ads advert advertisement audience retarget boost campaign paywall',
);
/** Calls that carry a message: they sell by what they say. */
const CARRIES = /^(send|push|notify|notification|email|mail|sms|show|display|schedule|trigger|publish|enqueue)([A-Z_]|$)/;
const PITCH =
  /\b(treat yourself|win (it )?back|free spins?|spins?|bonus|special offer|offer|deal|upgrade|premium|buy|shop|sale|discount|% off|loan|credit line|payday|promo|coupon|limited time|subscribe|cash ?back|jackpot|bet|loot ?box(es)?|(only|just) (for )?today|today only|last chance|season pass|(gem|coin|skin|gold) packs?)\b/i;
const PITCH_KEYS = /^(sku|offer(Id)?|promo(Code|tion)?|coupon(Code)?|campaign(Id)?|upsell|productId|bonus)$/;
/** `bonuses.grant(player.id, …)` */
const GRANTS = /^(grant|award|credit|issue|give)([A-Z_]|$)/;
/** Calls that put people into an audience. */
const GATHERS = /^(add|create|upload|sync|push|append|extend|replace)([A-Z_]|$)/;
/** Calls that keep somebody from harm, or bring a human being. */
const PROTECTS =
  /^(disable|hide|block|remove|exclude|suppress|pause|mute|stop|prevent|restrict|limit|enforce|skip|clear|cancel|delete|dismiss|unsubscribe|filter|is|has|get|find|fetch|load|read|use|log|track|record|validate|parse|format|close|reset)([A-Z_]|$)/;
const CARES =
  /(cooldown|helpline|help_?line|hotline|support|human|agent|counsel|safety|reminder|wellbeing|escalat|hand_?off|assign|call_?back|self_?exclu|limits?$|protect)/i;

const HIDES = /^(hide|disable|remove|suppress|close|skip|block)/i;
/** Ways to somebody who helps, and the way out. */
export const HELP = /(contact|support|help|agent|human|chat|phone|call_?back|complaint|refund|cancel|unsubscribe|opt_?out)/i;
/** `setShowAgent(false)`: what a page shows is kept in a state. */
export const SETS_SHOWN = /^set_?(show|display|can|is)\w*$/i;
const FEEDBACK = /(review|feedback|comment|rating|testimonial|complaint)s?$/i;
/** Whether what people wrote can be read by others. */
const SHOWN = /^(is_?)?(hidden|visible|published|public|listed)$/i;
/** `contactVisible.set(false)`, `this.supportShown = false`. */
const IS_SHOWN = /([vV]isible|[sS]hown|[eE]nabled|[aA]vailable|[oO]pen)$|^(show|display|is|can)(_|[A-Z])/;
/** What is done to people at work. */
const RATES =
  /^(set|update|lower|reduce|adjust|assign|record|give|add|issue|flag|rate)_?\w*(rating|evaluation|appraisal|performance|warning|reprimand|shift|payroll|bonus)|^rate_?(agent|employee|worker|driver|staff)|^evaluate_?(agent|employee|worker|driver|staff)/i;
const STAFF = /(^|[^a-z])(hr|human_?resources|payroll)|employee|agent|worker|staff|driver|courier|personnel|workforce|associate/i;
const PERSONS = /(customer|user|account|client|member|contact|employee|agent|driver|profile|crm|lead|worker)s?$/i;
const LEVELS =
  /^(support|service|care|priority|sla|response)_?(level|tier|class|plan)$|^(segment|tier|bonus|rating|rank|wage|shifts|visibility|access)$/i;
/** Members by which one word is put on a person. */
export const LABELS = /^(type|label|segment|category|class|persona|tag)$/i;
const SOURCED = /confidence|source|expires|valid_?until|as_?of|measured|computed|sample/i;
const WRITES = /^(update|updateOne|set|patch|save|upsert|findByIdAndUpdate)$/;

/** Cheap: names of calls and members that can be such an act. */
export function mayAct(name: string): boolean {
  if (name.length > 60) return false;
  return (
    sells(name) ||
    RATES.test(name) ||
    GATHERS.test(name) ||
    CARRIES.test(name) ||
    GRANTS.test(name) ||
    WRITES.test(name) ||
    LEVELS.test(name) ||
    LABELS.test(name) ||
    SETS_SHOWN.test(name) ||
    (IS_SHOWN.test(name) && HELP.test(name)) ||
    (HIDES.test(name) && (HELP.test(name) || /^(hide|remove)$/.test(name))) ||
    /^(delete|destroy|remove)(ById|One)?$/.test(name)
  );
}

/** Only names with such a word can be one. */
export const mayActBy = (word: string): boolean => SELLS.has(word) || ACTS.test(word);
const ACTS =
  /^(send|push|notif|e?mail|sms|show|display|schedule|trigger|publish|enqueue|add|create|upload|sync|append|extend|replace|update|set|lower|reduce|adjust|assign|record|give|grant|award|credit|issue|flag|rate|evaluate|patch|save|upsert|find|support|service|care|priorit|sla|response|segment|tier|rating|rank|wage|shift|visibilit|access|type|label|categor|class|persona|tag|hide|disable|remove|suppress|close|skip|block|cancel|delete|destroy)|face|emotion|(visible|shown|enabled|available|open)$/;

/** An attribute may also be inferred where it is not used at all: expressions of a face. */
export const CAPTURES =
  /^(withFaceExpressions|detectFaceExpressions|detectEmotions?|recognizeEmotions?|analy[sz]eVoiceEmotion|detectFacialEmotions?)$/;

const sells = (name: string): boolean => !PROTECTS.test(name) && wordsOf(name).some((word) => SELLS.has(word));

/** @returns what the call or assignment does, or null when it is none of these. */
export function doingAt(body: Body, i: number): Doing | null {
  if (body.kind(i) === Kind.Set) return doingOfSet(body, i);
  if (body.kind(i) === Kind.Object) return namesOffer(body, i) ? 'offer' : null;
  if (body.kind(i) !== Kind.Call || body.has(i, Flag.New)) return null;
  const method = body.name(i, 1);
  const name = method || nameOfCallee(body, i);
  const receiver = method === '' ? '' : lastName(body, body.operand(i, 0));
  if (HIDES.test(name) && HELP.test(method === '' ? name : `${name} ${receiver}`) && !FEEDBACK.test(receiver)) return 'dismissal';
  if (SETS_SHOWN.test(name) && HELP.test(name) && isFalse(body, body.operand(i, 4))) return 'dismissal';
  if (method === 'set' && isHelpShown(receiver) && isFalse(body, body.operand(i, 4))) return 'dismissal';
  if (/^(hide|remove|delete|suppress|archive|unpublish|bury|shadow_?ban)$/i.test(name) && isOfFeedback(body, i, receiver))
    return 'treatment';
  if (WRITES.test(name) && FEEDBACK.test(receiver) && keysIn(body, i).some((key) => SHOWN.test(key))) return 'treatment';
  if (RATES.test(name) && STAFF.test(`${receiver} ${lastName(body, body.operand(i, 4))}`)) return 'evaluation';
  if (
    /^(delete|remove|drop|churn|offboard|destroy|deleteOne|(delete|destroy|remove)ById)$/i.test(name) &&
    PERSONS.test(tableOf(body, i))
  )
    return 'treatment';
  if (WRITES.test(name) && keysIn(body, i).some((key) => SERVED.test(key)) && !keysIn(body, i).some((key) => SOURCED.test(key)))
    return 'treatment';
  if (WRITES.test(name) && PERSONS.test(receiver)) return doingOfWrite(body, i);
  if (PROTECTS.test(name) || CARES.test(name) || CARES.test(receiver)) return null;
  if (method === 'push' && isOwnList(body, body.operand(i, 0))) return null;
  // `setOffer(null)`: there is none from now on.
  if (/^set[A-Z_]/.test(name) && body.isNothing(body.operand(i, 4))) return null;
  if (sells(name) || (GATHERS.test(name) && /audiences?$/i.test(receiver))) return 'offer';
  if ((CARRIES.test(name) || GRANTS.test(name)) && sells(receiver)) return 'offer';
  const isCarrier = CARRIES.test(name) || (CARRIES.test(receiver) && /^(create|add|dispatch|emit)$/.test(name));
  if (!isCarrier) return null;
  const said = [...textsIn(body, i), ...pitchesNamed(body, i)];
  if (said.some((text) => CARES.test(text))) return null;
  return said.some((text) => PITCH.test(text.replace(/[_-]+/g, ' '))) || keysIn(body, i).some((key) => PITCH_KEYS.test(key))
    ? 'offer'
    : null;
}

/** `reviews.hide(id)`, `store.hide(review.id)` */
const isOfFeedback = (body: Body, call: number, receiver: string): boolean => {
  const first = body.operand(call, 4);
  return (
    FEEDBACK.test(receiver) ||
    (first !== NONE && body.kind(first) === Kind.Get && FEEDBACK.test(lastName(body, body.operand(first, 0))))
  );
};

/** `Member.query().deleteById(id)`: of whom the rows are. */
function tableOf(body: Body, call: number): string {
  const receiver = body.operand(call, 0);
  if (body.name(call, 1) === '' || receiver === NONE) return '';
  return body.kind(receiver) === Kind.Call && body.name(receiver, 1) !== '' ? tableOf(body, receiver) : lastName(body, receiver);
}
/** How well somebody is served, whatever it is written to. */
const SERVED = /^(support|service|care|sla)_?(level|tier|class|plan)$/i;

/** `{ offer: 'life-insurance' }`: what is put before somebody, by its name. */
function namesOffer(body: Body, object: number): boolean {
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3) {
    if (body.operand(object, n) !== EntryKind.Static || !OFFER_KEYS.test(body.name(object, n + 1))) continue;
    const text = body.text(body.operand(object, n + 2));
    if (text !== null && !/^(default|none|standard|basic|)$/i.test(text) && !CARES.test(text)) return true;
  }
  return false;
}
const OFFER_KEYS = /^(offer|upsell|promo|promotion|promoted)$/;

export const isFalse = (body: Body, i: number): boolean =>
  i !== NONE && body.kind(i) === Kind.Const && body.operand(i, 0) === LiteralKind.Boolean && body.name(i, 1) === 'false';

const isHelpShown = (name: string): boolean => IS_SHOWN.test(name) && HELP.test(name);

/** What is sent is kept elsewhere, and its name says what it is: `push.send(player.id, WIN_BACK)`. */
function pitchesNamed(body: Body, call: number): string[] {
  const out: string[] = [];
  for (let n = 4; body.operand(call, n) !== NONE; n++) {
    const at = body.operand(call, n);
    // `OFFERS[0]`
    const list = body.kind(at) === Kind.Get && body.has(at, Flag.Computed) ? body.operand(at, 0) : at;
    const name = wordsOf(lastName(body, list)).join(' ');
    if (PITCH_NAMES.test(name)) out.push(name);
  }
  return out;
}
const PITCH_NAMES = /\b(win ?back|free spins?|bonus|offers?|promos?|promotions?|upsells?|coupons?|jackpot)\b/;

/** A list that the function itself began: what is put into it reaches nobody. */
function isOwnList(body: Body, holder: number): boolean {
  if (body.kind(holder) !== Kind.Load || (body.operand(holder, 1) !== NONE && body.operand(holder, 1) !== body.index))
    return false;
  const isList = (value: number): boolean =>
    body.kind(value) === Kind.Cast ? isList(body.operand(value, 0)) : body.kind(value) === Kind.Array;
  const stores = body.stores(body.operand(holder, 0));
  return stores.length > 0 && stores.every(({ fn, ordinal }) => fn === body.fn && isList(body.operand(ordinal, 1)));
}

function doingOfSet(body: Body, i: number): Doing | null {
  if (body.has(i, Flag.Computed) || body.has(i, Flag.Delete)) return null;
  const owner = lastName(body, body.operand(i, 0));
  const set = body.name(i, 1) === 'value' ? owner : body.name(i, 1);
  if (isHelpShown(set) && isFalse(body, body.operand(i, 2))) return 'dismissal';
  if (!PERSONS.test(owner)) return null;
  const name = body.name(i, 1);
  if (STAFF.test(owner) && /(rating|evaluation|appraisal|performance|warnings?|bonus|wage|salary|shifts?)/i.test(name))
    return 'evaluation';
  return LEVELS.test(name) ? 'treatment' : LABELS.test(name) && isWord(body, body.operand(i, 2)) ? 'label' : null;
}

/** A text, or one of several. */
const isWord = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Phi ? alternativesOf(body, value).every((at) => body.text(at) !== null) : body.text(value) !== null;

function doingOfWrite(body: Body, call: number): Doing | null {
  const keys = keysIn(body, call);
  if (keys.some((key) => SOURCED.test(key))) return null;
  if (keys.some((key) => LEVELS.test(key))) return 'treatment';
  return keys.some((key) => LABELS.test(key)) ? 'label' : null;
}

function keysIn(body: Body, call: number): string[] {
  const out: string[] = [];
  const visit = (i: number, depth: number): void => {
    if (i === NONE || depth === 0 || body.kind(i) !== Kind.Object) return;
    for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3) {
      if (body.operand(i, n) === EntryKind.Static) out.push(body.name(i, n + 1));
      visit(body.operand(i, n + 2), depth - 1);
    }
  };
  for (let n = 4; body.operand(call, n) !== NONE; n++) visit(body.operand(call, n), 4);
  return out;
}
