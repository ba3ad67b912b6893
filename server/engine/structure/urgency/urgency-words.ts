/** Sentences that hurry a person, in the languages that shops speak. */
import type { Topic } from '../code';

/** Letters beside a word, also those that \b does not know. */
const word = (...alternatives: string[]): string => `(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`;

const PEOPLE = word(
  'people|others|visitors|shoppers|customers|users|guests|buyers|travell?ers|personen|leute|kunden|besucher|nutzer|interessenten',
  'personnes|visiteurs|clients|personas|clientes|persone|utenti|pessoas|mensen|bezoekers|orang|osoby|osób|شخص|أشخاص|زائر|زوار',
);
const LOOK = word(
  'viewing|looking|watching|browsing|shopping|interested|bought|booked|sehen|schauen|suchen|buchen|regardent|consultent|viendo|mirando',
  'guardando|visualizzando|vendo|bekijken|kijken|melihat|lihat|intip|ogląda(ją)?|يشاهد|يشاهدون|يتصفح',
);
const FEW = word('only|just|last|nur(?: noch)?|plus que|ne reste(?:nt)? que|solo|sólo|quedan|apenas|tinggal|alleen nog|tylko');
const LEFT = word(
  'left|remaining|in stock|available|seats?|rooms?|tickets?|spots?|slots?|places|übrig|verfügbar|auf lager|frei|freie|plätze|termine|zimmer',
  'en stock|disponibles?|disponíveis|rimast\\p{L}|tersisa|beschikbaar|dostępn\\p{L}+',
);
const DEAL = word(
  'offer|deal|sale|discount|price|promotion|angebot|rabatt|aktion|offre|promo|oferta|offerta|sconto|korting|promocja',
);
const ENDS = word(
  'ends?|ending|expires?|expiring|endet|gilt (?:nur )?noch|läuft ab|se termine|expire|finit|termina|acaba|scade|finisce|eindigt|kończy',
);

const WATCHED = new RegExp(
  `${PEOPLE}[^.]{0,40}${LOOK}|${word('viewing|looking at|bought|booked')} (?:this|it|now)[^.]{0,30}${word('now|today|last|hours?')}`,
  'iu',
);
const SCARCE = new RegExp(`${FEW}[^.]{0,30}${LEFT}|${word('left in stock')}`, 'iu');
const ENDING = new RegExp(`${DEAL}[^.]{0,30}${ENDS}|${word('hurry|beeil\\p{L}*|dépêchez|date prisa|act (?:fast|now)')}`, 'iu');
/** What is few without being for sale: attempts, letters, minutes. */
const OWN =
  /attempt|tries|charact|credit|vote|question|guess|live[s\b]|minute|second|hour|\bdays?\b|step|point|versuch|zeichen|frage|minuten|tage|stunden|essai|caract/i;

export type Pressure = 'watched' | 'scarce' | 'ending';

/** How a sentence hurries, or null. */
export const pressureOf = (text: string): Pressure | null =>
  WATCHED.test(text) ? 'watched' : SCARCE.test(text) ? 'scarce' : ENDING.test(text) ? 'ending' : null;

const COUNTED: Record<Pressure, RegExp | null> = {
  watched: new RegExp(`(?<![\\p{L}\\d.,])\\d{1,3}\\+?\\s(?:\\p{L}+\\s)?${PEOPLE}`, 'iu'),
  scarce: new RegExp(`${FEW}\\s(?:\\p{L}+\\s)?\\d{1,3}(?![\\d%.,:/])`, 'iu'),
  ending: null,
};

/** A number that is written into the sentence: "37 people are viewing this right now". */
export const isCounted = (text: string, pressure: Pressure): boolean => COUNTED[pressure]?.test(text) === true && !OWN.test(text);

const TELLING = new RegExp(
  `${LOOK}|${ENDS}|${word('left|remaining|stock|hurry|übrig|verfügbar|frei|freie|plätze|termine|disponibles?|plus que|seats?|rooms?|tickets?|spots?|slots?|act')}`,
  'iu',
);

/** Texts without one of which no sentence of a module hurries. */
export const mayHurry: Topic = (name) =>
  name.length > 3 && name.length < 200 && (/[\s…_.]/.test(name) || /^(hurry|endet)/i.test(name)) && TELLING.test(name);
