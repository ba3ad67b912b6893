/** Lists of words that stand around a phrase inside a name. What each list does is decided in classify.ts. */
import { wordSet } from './words';

/** First words that make a name a yes/no question or a switch. */
export const booleans =
  wordSet(`is has have had can could should would will did does do was were are must may show hide use using used
  allow allowed enable enabled disable disabled require required need needed include included exclude skip ignore keep force
  support supported accept contain match expect want with without no not non never only display hidden visible
  on off auto`);

/** First words that make a name an action. */
export const verbs =
  wordSet(`send resend validate verify check format on set handle update change reset forgot forget create add remove
  delete clear save store submit edit toggle parse render print log convert transform normalize sanitize mask redact hash encrypt
  decrypt encode decode sign compare sort filter group map count register subscribe unsubscribe build make generate process test
  assert ensure mark notify open close copy paste insert upsert put post patch bind watch listen sync import export upload
  download confirm reject approve report track emit dispatch trigger throw import escape unescape unset assign rename replace
  merge split join append prepend init setup start stop run execute call apply invite block ban revoke rotate refresh
  invalidate expire issue request return write dump serialize deserialize strip trim link unlink highlight focus blur select
  choose pick enter type scan match lock unlock bypass`);

/** First words of a function whose result is the thing itself. */
export const getters = wordSet('get fetch load read find lookup retrieve resolve extract obtain query receive ask prompt');

/** Words before a phrase that say nothing about whose it is. */
export const harmless =
  wordSet(`new old current previous prev next original orig updated existing primary secondary main alternate
  alternative alt other another additional extra personal private work home billing shipping delivery mailing residential
  permanent temporary permanent from to cc bcc reply my your his her their our the a an this that real actual true full
  temp tmp initial final known verified confirmed confirm trimmed normalized normalised lower lowercase lowercased raw clean cleaned plain
  typed entered submitted provided requested saved stored preferred pref login signin signup logon registered
  registration decoded parsed resolved unique some any every each all both same different another particular
  str txt string value val local legacy pending daily weekly monthly yearly annual total gross net contact optional second third
  public invited invoice recovery backup emergency mobile
  i j k m s p c o f t e x n l q r u v w y b d g h`);

/** Words after a phrase that leave it what it is. */
export const trailing =
  wordSet(`value val text string str raw normalized normalised lower lowercase lowercased upper uppercase trimmed
  cleaned clean plain plaintext list array set param arg s old new prev current original
  parsed decoded typed entered of in out tmp temp copy trim`);

/** Words after the name of a document or account that leave it what it is. */
export const numbers = wordSet('number no nr num code');

/** Words before a phrase that end its personal character or turn the name into something about the field. */
export const cancels =
  wordSet(`masked redacted hashed hash encrypted obfuscated anonymized anonymised anonymous pseudonymized scrubbed
  sanitized hidden fake dummy mock sample example demo default placeholder empty blank missing invalid duplicate unknown no not non
  without by per except count num max min maximum minimum average avg error err lbl btn label icon sha md hex expected
  wrong z zod yup joi disallowed disposable forbidden reserved unverified for in on at as into onto via with between`);

/** Nouns before "of" that keep the head at the end: a list of names is names. */
export const groups = wordSet('list array set group collection');

/** Generic words whose compound with a person is as often something else: "userState" is a store, "customerCode" a key. */
export const weak = wordSet(`state code position segment origin step degree race condition treatment
  message comment handle title parent child query`);
