/** A no that says of the person who presses it what she loses, or what she is. */

const NO = String.raw`\b(?:no|nope|skip)\b,?\s*(?:thanks|thank you|thx)?[\s,.!–—-]*`;
/** What nobody says she wants less of. */
const GOOD =
  /\bto (get|be|become|feel|look|stay|live|learn|know|master|reach)\b|\b(sav(e|ing|ings)|deals?|discount|free|better|money|health|healthy|secur\w*|protect\w*|safe|improv\w*|grow\w*|success\w*|smart\w*|win|earn\w*|cheaper|bonus|gifts?|rewards?|benefits?)\b/i;
/** What somebody does not want to be sent is a plain answer. */
const ASKED =
  /\b(receive|send|sent|e-?mails?|newsletters?|messages?|notifications?|notified|contacted|tracked|asked|reminded|charged|updates|sms|calls?|account|cookies?|now|yet)\b/i;

const LOSES = [
  // "I'd rather keep overpaying", "I'll miss out", "I prefer paying full price", "I like wasting time".
  new RegExp(
    String.raw`(?:${NO}|^\W*)i(?:['’]ll| will|['’]d| would|['’]m| am)?\s*(?:happy|fine|ok(?:ay)?|good)?\s*(?:rather|prefer|like|love|enjoy|choose|want|hate|with|to|not|continue|keep|\s)*\s*` +
      String.raw`(?:pay(?:ing)? (?:more|full|the full|extra|too)|overpay\w*|full price|miss(?:ing)?(?: out)?\b|los(?:e|ing)\b|wast(?:e|ing)\b|struggl\w*|stay(?:ing)? (?:poor|broke|behind|unprotected|single|unhealthy)|risk(?:ing)? (?:it|my)|sav(?:e|ing)\b|(?:free|good|great) (?:deals?|stuff|things|money|shipping))`,
    'i',
  ),
  // "I'd rather pay", "I would rather not save".
  /\bi(?:['’]d| would) rather (?:pay|miss|lose|not)\b/i,
  /nein,? (?:danke,? )?ich (?:zahle|bezahle|verzichte (?:lieber |gerne? )?auf|hasse|(?:will|möchte|mag|brauche) (?:lieber |weiter(?:hin)? |gerne? )?(?:kein\p{L}*|nicht|mehr (?:be)?zahlen|zu ?viel|den vollen))/iu,
  /non,? (?:merci,? )?je (?:préfère|ne veux (?:pas|aucun\p{L}*)|déteste|renonce|paierai|continue (?:à|de) payer)/iu,
  /no,? (?:gracias,? )?(?:prefiero|no quiero|odio|renuncio|pagaré)/iu,
  /no,? (?:grazie,? )?(?:preferisco|non voglio|odio|rinuncio)/iu,
  /nee,? (?:bedankt,? )?ik (?:wil geen|betaal|hou niet|mis)/iu,
];
/** "I don't want to save money", "I hate discounts". */
const SPURNS = new RegExp(
  String.raw`(?:${NO}|^\W*)i (?:(?:really |just )?(?:don['’]?t|do not) (?:want|like|care|need|believe)|hate|am not interested in|['’]m not interested in)\b`,
  'i',
);

export const shames = (text: string): boolean =>
  text.length < 160 && (LOSES.some((way) => way.test(text)) || (SPURNS.test(text) && GOOD.test(text) && !ASKED.test(text)));
