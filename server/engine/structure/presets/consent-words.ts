/** Names of choices about one's own data, read word by word. */
import { wordsOf } from '../../words';

/** What a person agrees to. */
const MATTERS = new Set(
  `marketing newsletter newsletters promotion promotions promotional promo promos advertising advertisement ads offers mailing mailings tracking profiling
  telemetry personalization personalisation personalized personalised targeted retargeting remarketing werbung publicite publicidad pubblicita infolettre
  boletin nieuwsbrief nieuwsbrieven rundbrief nyhetsbrev nyhedsbrev biuletyn`.split(/\s+/),
);
/** The act of agreeing. */
const AGREES = new Set(
  `consent consents consented agree agrees agreed agreement optin accept accepts accepted subscribe subscribes subscribed subscription allow allows allowed opt
  permit share shares sharing receive receives send want wants wanted einwilligung zustimmung consentement consentimiento consenso`.split(
    /\s+/,
  ),
);
/** With whom, or about what: makes an act of agreeing one about one's data. */
const SHARED = new Set(
  'partner partners third data personal analytics analytic usage party parties cookies gdpr dsgvo rgpd'.split(' '),
);
/** What stands beside the choice and is not the choice: a window, a state, a function of the program. */
const BESIDE = new Set(
  `banner open opened visible visibility show shown showing modal dialog loading loaded loader required require needed need must mandatory ready initialized error errors page
  pages route menu section tab tabs card list count total feature flag flags available configured config settings setting plugin module api key id url path
  mode manager provider service view expanded collapsed sidebar enabled supported step label text title icon button field fields validator schema status
  disabled is has can should checking pending dirty touched submitting editable edit admin fetch fetching query request event events campaign template templates
  code codes banners email emails password window type panel popup overlay terms tos conditions policy privacy cookie invite invitation link links public
  popover tooltip wizard fetched preview sample skip valid export exports exporting download downloads deletion portability`.split(
    /\s+/,
  ),
);
/** Words by which a name says that the act of agreeing has happened, or asks whether it has: `isOptedIn`, `consentGiven`. */
const ASKS = new Set('is has have had did does was were'.split(' '));
const HAS_AGREED =
  /\b((consent|opt in|optin) (was |is |been )?(given|granted|accepted|agreed|provided|obtained|confirmed|approved|allowed)|(give|gave|given|grant|granted|provide|provided|obtained) (\w+ ){0,2}(consent|optin|opt in)|opted in|consented)( (to|for|in|with)\b.*)?$/;
/** What is allowed or taken when its name says no more. */
const COOKIES_TAKEN = /\bcookie (was |is )?(accepted|allowed|agreed)\b|\b(accepted|allowed|agreed to) (\w+ )?cookie$/;
const STRICTLY = /necessary|essential|required|functional|notwendig|erforderlich|necessaire|transactional|security/i;
/** A whole phrase that names the choice although a word of it stands beside choices elsewhere. */
const PHRASES =
  /^(personali[sz]ed|targeted|interest based|behaviou?ral) (ads|adverts|advertising|advertisements|marketing|offers)$|^ads? personali[sz]ation$|^(marketing|newsletter|promo(tional)?|tracking|advertising|ads?|analytics?|statistics?|telemetry|profiling) (emails?|consent|opt ?in|optin|allowed|accepted|agreed|cookies?|messages|sms|notifications)$|^(email|sms|e mail) (marketing|opt ?in|optin|consent)$|^(partners?|third part(y|ies)) (marketing|advertising|newsletter|mailings?|offers)$|^(notifications?|push|whatsapp|phone|location|photos?|images?|video|media|contact|(health|personal) data) (consent|opt ?in|optin)$/;

/** Only names with such a word are choices. */
export const mayChoose = (word: string): boolean =>
  MATTERS.has(word) || AGREES.has(word) || SHARED.has(word) || word === 'statistic' || word === 'opted';

/** "marketing opt in", when a name is that of a choice about one's own data in the sense of yes; else ''. */
export function choiceIn(name: string): string {
  if (name.length > 50 || STRICTLY.test(name)) return '';
  const words = wordsOf(name);
  const phrase = words.join(' ');
  if (
    /\b(un|de|opt ?out|optout|not|no|never|reject|decline|refuse|deny|without|hide)\b/.test(phrase) ||
    /^(un|opt ?out)/.test(phrase) ||
    // Whether people are asked twice.
    /^double opt ?in\b/.test(phrase)
  )
    return '';
  if (PHRASES.test(phrase)) return phrase;
  if (ASKS.has(words[0])) return asked(words.slice(1));
  if (hasAgreed(words)) return phrase;
  if (words.length === 0 || words.some((word) => BESIDE.has(word))) return '';
  const matters = words.some((word) => MATTERS.has(word));
  const agrees = words.some((word) => AGREES.has(word)) || /\bopt in\b/.test(phrase);
  const shared = words.some((word) => SHARED.has(word));
  if (
    matters &&
    (agrees ||
      /^(newsletters?|marketing|advertising|werbung|profiling|infolettre|boletin|nieuwsbrief|rundbrief|nyhetsbrev|nyhedsbrev|biuletyn)$/.test(
        phrase,
      ))
  )
    return phrase;
  if (/\b(share|sharing) (my |your )?(data|with|information|usage)\b|\bwith (partner|partners|third)\b/.test(phrase))
    return phrase;
  if (
    /\bopt in\b|\boptin\b/.test(phrase) ||
    /^(consent|consented|gdpr consent|data consent|user consent|einwilligung)$/.test(phrase)
  )
    return phrase;
  return agrees && shared && words.some((word) => /^(consent|consents|allow|accept|agree|agreed|accepted|allowed)$/.test(word))
    ? phrase
    : '';
}

/** The act has happened, and whatever stands beside it is what it is about: `cookieConsentGiven`, `analyticsOptedIn`. */
const hasAgreed = (words: readonly string[]): boolean => {
  const phrase = words.join(' ');
  if (COOKIES_TAKEN.test(phrase)) return true;
  return HAS_AGREED.test(phrase) && !words.some((word) => word !== 'cookie' && BESIDE.has(word));
};

/** "has marketing consent", but not "has newsletter": a question that only an answer of the person settles. */
function asked(words: readonly string[]): string {
  const phrase = words.join(' ');
  if (hasAgreed(words)) return phrase;
  const choice = ASKS.has(words[0]) ? '' : choiceIn(phrase);
  return /\b(consent|optin|opt in|accepted|agreed|allowed)$/.test(choice) ? choice : '';
}

/** The same in a text that a person reads beside a box. */
export const CHOICE_TEXT =
  /\b(newsletter|marketing|promotion(s|al)?|special offers|(send me|email me|text me|receive|inform\w* (me )?(about|of|on)|hear (about|of)) (\w+ ){0,3}(offers|deals|discounts|promos)|share (my|your) (data|information)|third part(y|ies)|our partners|personali[sz]ed ads|advertis(ing|ement)|werbung|angebote per|offres|publicit|ofertas|promociones|offerte|novit|nieuwsbrief|aanbiedingen|boletim|biuletyn|bolet[ií]n|infolettre|nyhetsbrev|kampanya|bülten|pazarlama)|рассылк|рекламн|마케팅|광고성|メールマガジン|メルマガ|营销|促销|推广信息/i;

/** Words of somebody who agrees, or of what comes to her when she does. */
const AGREEING =
  /\b(newsletters?|infolettre|bolet[ií]n|i|me|my|we|you|your|us|yes|receive|subscribe|send|share|agree|keep|email|e-mail|sms|ich|mir|mich|möchte|ja|je|j|moi|oui|recevoir|quiero|recibir|s[ií]|desidero|ricevere|wil|ontvangen|quero|receber|chcę|istiyorum|onaylıyorum|kabul|izin)\b|согла|хочу|получать|동의|수신|受け取|同意|希望|接收|订阅/i;

/** Words of somebody who does not. */
const REFUSING =
  /\b(un|de)subscribe|opt[ -]?out|do not|don'?t|\b(nicht|kein|keine|ne .{1,20} pas|no quiero|non desidero|geen|istemiyorum)\b|не (хочу|соглас)|하지 않|거부|しない|ません|不(同意|接收|订阅|希望)/i;

/** What a text beside a box agrees to, or ''. */
export function choiceOfText(text: string): string {
  const found = CHOICE_TEXT.exec(text);
  return found && AGREEING.test(text) && !REFUSING.test(text) ? found[0].toLowerCase() : '';
}
