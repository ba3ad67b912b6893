/** The contract of a category of personal data: one file each in rules/categories. */
export interface Category {
  id: string;
  /** As a message names it, lower case: "email address". */
  title: string;
  group:
    | 'name'
    | 'contact'
    | 'government-id'
    | 'birth-family'
    | 'demographic'
    | 'health'
    | 'biometric-genetic'
    | 'finance'
    | 'location'
    | 'device-online'
    | 'behaviour'
    | 'communication'
    | 'credentials-legal';
  /** Special category (GDPR 9/10) or equally harmful: raises severity one step. */
  special: boolean;
  /** Raises a log or storage finding to error although not special: government ids, financial accounts, credentials. */
  grave: boolean;
  /** Direct identifiers identify alone; quasi-identifiers only together; opaque ids are pseudonymous and allowed in logs. */
  identifies: 'direct' | 'quasi' | 'opaque' | 'no';
  /** Stands in dictionaries, stocks and protocols too: read from nobody and with nobody beside it, it tells about no one. */
  listed?: true;
  /** Word phrases that are enough alone, in any language: lower case, without diacritics, singular, words separated by one space. */
  specific: string[];
  /** Word phrases that need a person as owner (`user.name`) or another hint. */
  generic: string[];
  /** Generic words that are enough as a member of whatever is not a thing (`booking.mail`), although a variable of that name may be anything. */
  held?: string[];
  /** Generic words that are enough where the value is a text, as in `phone: string`, and nothing beside it says that it is a business's or a part of a layout. */
  asText?: string[];
  /** Things that have it, where an owner of that name cancels other categories (`vehicle.licensePlate`). */
  carriers?: string[];
  /**
   * Who has it besides people: a row with a company's name is the company's, one that names nobody is of the fleet, the salary
   * of a job that is advertised is offered to whoever reads it, and a licence beside a specialty is one to practise.
   */
  others?: 'company' | 'fleet' | 'vacancy' | 'profession';
  /** Owners, as words, of whom a generic word says something else: the `licenseNumber` of a doctor is that of a practice. */
  notOf?: string[];
  /** Owners, as words, that have one themselves although the word is specific: a flat that is let has a postcode. */
  ofPlaces?: string[];
  /** Phrases that look alike but are not this category ("font weight"): they win over shorter phrases that they contain. */
  not: string[];
  /** Generic words that name something else in a project that needs one of these packages at run time; a trailing `/*` matches a scope. */
  elsewhere?: { packages: string[]; words: string[] };
  /** Executed by a test: `yes` and `no` are names with an optional owner: "email", "user.name", "Customer.address". */
  examples: { yes: string[]; no: string[] };
}

/** What a name is evidence of. */
export interface Evidence {
  category: string;
  /** declared or schema > specific name, or generic name with a person as owner > generic name alone. Only certain and likely are reported by default. */
  strength: 'certain' | 'likely' | 'possible';
}

/** `maybe`: client, parent, owner, tenant, account, author and the like need a second hint. */
export type OwnerKind = 'person' | 'maybe' | 'other' | 'unknown';
