import { getters } from './qualifiers';
import { wordsOf } from './words';

/**
 * What a type or variable name says about the thing it names. The last four are all "other":
 * an organisation has contact data of its own; a thing has a name and an address that are nobody's; a carrier (a token, an
 * event, an item) has those too, but an email address in it is somebody's; and what is *about* fields (errors, labels,
 * columns) holds text under the field's name, never its value.
 */
export type OwnerSort = 'person' | 'maybe' | 'unknown' | 'organisation' | 'carrier' | 'thing' | 'about';

/** Sort of the owner, decided by the head noun: "CreateUserDto" is a user, "userService" is a service. */
export function ownerSort(name: string): OwnerSort {
  const words = headFirst(wordsOf(name).filter((word) => word.length > 1 && !/^\d/.test(word)));
  let end = words.length;
  while (end > 0 && (wrappers.has(words[end - 1]) || (end > 1 && words[end - 1] === 'address'))) end--;
  if (end === 0) return 'unknown';
  const head = words[end - 1];
  const before = end > 1 ? words[end - 2] : '';
  const sort = nounSort(head);
  const isOfProgram = isSoftware(before) || words.some((word) => chains.has(word));
  // "rememberMe" and "contactMe" say what is to be done; "getMe" and "currentMe" are somebody.
  if (head === 'me' && before !== '' && !givesMe(before)) return 'unknown';
  // The first regions of a country are "admin1", those in them "admin2".
  if (head === 'admin' && /admin_?[1-5]$/i.test(name)) return 'thing';
  // Clinics and venues come into question; a "jobCandidate" is somebody.
  if (head === 'candidate' && nounSort(before) === 'organisation') return 'organisation';
  if (head === 'candidate' && applied.has(before)) return 'person';
  // What somebody applies for tells of the applicant.
  if (head === 'application') return applied.has(before) || nounSort(before) === 'person' ? 'person' : sort;
  if (sort === 'person') return mixed.has(head) && isOfProgram ? 'thing' : 'person';
  if (sort === 'maybe') return nounSort(before) === 'person' ? 'person' : isOfProgram ? 'thing' : 'maybe';
  // A "testCase" has a full name too.
  if (sort === 'unknown' && before === 'test') return 'thing';
  // What stands on a screen holds what its user types in.
  if (screens.has(head) && before !== '') return 'unknown';
  // A store of users is their state in a front end; a store without them is a shop.
  if (head === 'store' && nounSort(before) === 'person') return 'unknown';
  return sort;
}

/** The noun that a name ends with, less what only says how the thing is carried: "apartmentData" is an apartment. */
export const headOf = (name: string): string => headFirst([...wordsOf(name)]).findLast((word) => !wrappers.has(word)) ?? '';

/** Sort of a single noun, singular and lower case. */
export function nounSort(noun: string): OwnerSort {
  return sorts.get(noun) ?? 'unknown';
}

/** Whether a noun names a person, surely or perhaps. */
export function isPersonNoun(noun: string): boolean {
  const sort = nounSort(noun);
  return sort === 'person' || sort === 'maybe';
}

/** Persons that are more often parts of a program when they stand inside a name: "memberName" of a class, "driverName" of a database. */
export function isPart(noun: string): boolean {
  return parts.has(noun);
}

/** "stripeId", "subscriberCount", "totalLeads", "maxPatients": one number or key, whatever place it is put in. */
export function isMeasure(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && (measures.has(words[words.length - 1]) || tallies.has(words[0]) || bounds.has(words[0]));
}

/** "dogs", "adoptedPet": their sex, birthday and diagnosis are nobody's; the telephone beside them is their keeper's. */
export const isAnimal = (name: string): boolean => animals.has(headOf(name));

/** What `session.id` was called where it was read: the key of something, whatever it is called later. */
export const isIdentifier = (name: string): boolean => /^_?(?:id|uid|uuid|guid)$/.test(name);

/** "prescriptionId", "selectedIds": the key of one or of several, not what it opens. */
export const isKeyName = (name: string): boolean => {
  const words = wordsOf(name);
  return words.length > 1 && /^(id|uuid|guid)$/.test(words[words.length - 1]);
};

/** What is read by a person's name from "_count" or "stats" is how many there are. */
export const isTally = (name: string): boolean => tallies.has(wordsOf(name).at(-1) ?? '');

/** "redisContainer", "registryConfig", "smtpOptions": what it opens with is no person's. */
export const isOfSoftware = (name: string): boolean => {
  const words = wordsOf(name);
  return words.length > 1 && words.slice(0, -1).some((word) => software.has(word));
};

/** "query", "enumType", "cubeSchema": what has members that are no people. */
export const isStructure = (name: string): boolean => {
  const last = wordsOf(name).at(-1) ?? '';
  return structures.has(last) || software.has(last);
};

/**
 * "CustomerFilters" and "UserListParams" say what is looked for, field by field, "AddressFieldMap" under which heading
 * each is found in a file; they are filled in for nobody.
 */
export const isFilter = (name: string): boolean =>
  /((Field|Column|Header)Map|Mappings?|(?:^f|F)ilters?|Criteria|WhereInput|OrderBy|SortBy|(List|Find|Search|Query|Filter)(Params|Options|Query|Input|Args))$/.test(
    name,
  );

const givesMe = (word: string): boolean =>
  getters.has(word) || wrappers.has(word) || asking.has(word) || (isPersonNoun(word) && !mixed.has(word));

function isSoftware(noun: string): boolean {
  const sort = nounSort(noun);
  return sort === 'thing' || sort === 'carrier' || sort === 'about' || software.has(noun);
}

/** "UserWithRoles" and "usersById" are users; "listOfUsers" too. */
function headFirst(words: string[]): string[] {
  const cut = words.findIndex((word, index) => index > 0 && prepositions.has(word));
  if (cut === -1) return words;
  // "DetectRecipientsFromImagesOptions" are options.
  if (words[words.length - 1] === 'option') return ['option'];
  const left = words.slice(0, cut);
  return left.every((word) => wrappers.has(word)) ? words.slice(cut + 1) : left;
}

const list = (text: string): string[] => text.trim().split(/\s+/);

/** Where one is asked about oneself: `useMe()`, `api.authMe()`. */
const asking = new Set(list('use auth api session account query'));

const screens = new Set(list('component dialog modal screen wizard'));

const prepositions = new Set(list('with without by from for in on of to and or per'));

/** Say how something is carried, not what it is. */
const wrappers = new Set(
  list(`dto entity model record input output request req response resp res prop data datum info information detail row schema
    payload object obj json document doc param parameter arg argument attribute value result list array collection item type
    interface interfaces struct instance snapshot form body response reply state create update insert upsert new edit patch
    register current existing str raw base abstract safe public private partial full minimal basic extended all self map set
    view vo bo po do orm sql graphql gql db tbl tb fragment summary dict entry edge connection`),
);

const person = list(`
  user person customer patient guest visitor subscriber applicant candidate employee staff driver rider passenger student pupil
  guardian borrower payer recipient sender contact lead attendee donor me viewer member admin administrator
  beneficiary buyer shopper caller cardholder accountholder policyholder claimant insured insuree debtor payee payor renter lessee
  landlord traveler traveller courier freelancer doctor physician nurse teacher tutor instructor professor lecturer trainer coach mentor mentee
  advisor therapist caregiver carer volunteer veteran voter winner participant panelist registrant enrollee signer signatory
  signee suspect defendant victim prisoner plaintiff witness recruit intern trainee apprentice colleague coworker
  teammate personnel learner graduate addressee invitee inviter teen teenager citizen resident
  individual human husband wife mother father kid baby daughter friend follower assignee moderator
  commenter respondent gamer influencer prospect clinician householder homeowner jobseeker worshipper
  kunde kundin benutzer mitarbeiter utilisateur usuario cliente empleado paciente klant klient gebruiker utente personal
  nutzer nutzerin mitarbeiterin bewerber bewerberin kandidat kandidatin antragsteller antragstellerin patientin schuler schulerin
  mieter mieterin fahrgast teilnehmer teilnehmerin kreditnehmer versicherter versicherte arbeitnehmer angestellter abonnent abonnentin
  empfanger candidat candidate emprunteur locataire salarie employe adherent passager voyageur etudiant eleve abonne destinataire
  candidato candidata solicitante aspirante trabajador trabajadora pasajero pasajera viajero inquilino inquilina asegurado asegurada
  alumno alumna estudiante prestatario huesped destinatario suscriptor funcionario funcionaria passageiro segurado aluno hospede
  assinante dipendente paziente passeggero studente ospite richiedente assicurato medewerker sollicitant huurder reiziger
  werknemer leerling verzekerde pracownik pacjent kandydat pasazer uzytkownik`);

const maybe = list(`
  offender client parent tenant author owner account profile session identity persona credential creator artist organizer organiser
  collaborator committer contributor reviewer approver reporter speaker partner consumer seller receiver reader child sibling son
  spouse relative contractor consultant employer signup registration login registrant backer patron manager editor operator
  holder requester submitter uploader poster winner judge referee booker requestor actor principal subject player`);

const organisation = list(`
  company organisation organization org store shop branch supplier vendor business corporation firm enterprise merchant retailer
  restaurant hotel hospital clinic school university bank airport station office department warehouse agency brand team
  charity employer institution municipality government carrier manufacturer publisher venue location site facility outlet
  franchise support sales noreply newsletter marketplace club headquarter depot camp festival fair kindergarten nursery pharmacy drugstore dispensary bakery dealership nonprofit
  ngo church parish bistro museum theatre theater cinema ministry embassy cooperative pharmacie farmacia apotheke empresa
  entreprise azienda impresa unternehmen tienda loja magasin negozio escola ecole scuola escuela colegio universidad universite
  clinique clinica krankenhaus restaurante ristorante`);

const carrier = list(`
  item event token node element model message notification alert task job role group document commit campaign plan
  subscription license licence contract report card result patch queue`);

const thing = list(`
  product sku file folder directory dir route module plugin package component table server bucket function func fn method
  class country city category tag project repo repository template font env environment config configuration conf
  setting option preference service controller provider factory helper util worker thread process workflow pipeline step
  stage build bundle chunk asset image video audio track song album book movie page screen layout theme style css color
  colour widget button textbox menu tab panel dialog modal window workspace extension command keybinding action reducer
  selector hook context channel stream tunnel cookie database db cluster pod container machine vm device disk
  volume network port protocol domain url uri path link endpoint api rpc sdk library lib framework dependency import export
  symbol variable var identifier literal expression statement declaration keyword operator attr macro namespace scope block
  branch ref remote diff hunk merge release version milestone test suite spec fixture mock stub benchmark metric counter
  gauge histogram span trace log logger level exception warning diagnostic policy permission feature flag experiment variant
  segment region zone area marker layer grid cell graph chart axis legend shape polygon vector matrix wallet chain coin
  crypto nft gas blockchain blob buffer byte memory stack heap pointer register bot llm prompt tool mcp skill toolkit format
  encoding codec parser lexer tokenizer compiler linter formatter printer renderer shader texture mesh scene sprite quest
  hero npc monster creature game deck dice recipe ingredient dish meal banner ad coupon voucher promotion tier tax currency language animal pet dog
  cat horse car vehicle truck bike plant flower garment shoe wine cheese plug navigator performance history console math
  date regexp promise proxy reflect iterator generator observer listener emitter watcher scheduler timer interval timeout
  cache registry store loader resolver mapper adapter driver wrapper middleware interceptor guard pipe decorator directive
  validator serializer transformer converter algorithm strategy transition condition mutation fragment operation schema
  relation constraint trigger view cursor snapshot backup migration seed shard replica lambda webhook integration connector
  course lesson lecture curriculum syllabus semester exam quiz webinar workshop criterion criteria requirement
  flyer leaflet brochure pamphlet amenity accessibility agent system rate tariff price premium fare nudity nsfw moderation toxicity cron schedule calendar dashboard survey question section header footer sidebar nav navbar breadcrumb terminal shell pty
  tty bash mime media platform os kernel arch cpu gpu browser chrome electron webview iframe frame location handler`);

const about = list(`
  error cause label placeholder translation touched dirty column validator validation rule tooltip hint caption i18n locale intl validity
  visibility mask pattern regex sorting select include exclude omit projection required icon codicon code kind
  enum constant prisma trpc knex drizzle tx`);

const sorts = new Map<string, OwnerSort>();
for (const [sort, nouns] of Object.entries({ about, thing, carrier, organisation, maybe, person })) {
  for (const noun of nouns) sorts.set(noun, sort as OwnerSort);
}

const animals = new Set(
  list('animal pet dog cat horse pony puppy kitten foal cow calf pig piglet sheep goat rabbit hamster parrot livestock'),
);

const parts = new Set(list('member driver subscriber viewer reader player lead caller receiver individual human'));

const measures = new Set(list('id uuid guid count total number size length quantity amount rate index slug type role status'));

const bounds = new Set(list('max min maximum minimum'));

const tallies = new Set(list('count sum avg average total tally stat statistic metric analytic number num'));

/** Persons that are parts of a program after a word of software: "syntaxVisitor", "smtpSender". */
const mixed = new Set(
  list(`member driver subscriber viewer reader player lead sender recipient visitor candidate guest caller receiver follower
    coach contact winner signer human personal individual baby staff`),
);

const applied = new Set(
  list('loan credit mortgage job rental tenancy insurance visa membership scholarship admission asylum adoption'),
);

const software = new Set(
  list(`http https web sql ast syntax tree class object enum interface type storage mysql postgres redis mongo sqlite playwright
    selenium gpu audio video pdf image diff markdown completion match merge code binary async ipc rpc grpc ws fs file oauth
    registry rtc ice webrtc db database vault broker imap cache api cli sdk aws s gcp azure smtp ldap git github gitlab npm docker kube mqtt kafka amqp rx rxjs net tcp udp css html xml dom`),
);

const structures = new Set(list('query cube schema union struct namespace tuple'));

/** Whose accounts and signers are keys, and their addresses numbers of a ledger. */
const chains = new Set(list('segwit taproot bitcoin btc ethereum eth evm solana stx web3 onchain blockchain wallet'));
