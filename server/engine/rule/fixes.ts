/** A way out as data: a finding says what is wrong, `engine/edit.ts` works out the text edits when somebody asks. */
import type { Config } from '../policy';
import type { Finding, Place } from '../rule';

/** Replaces the text of a place. */
export interface TextEdit {
  at: Place;
  text: string;
  /** The part of `text` that a person fills in, as offsets into it: an editor puts the cursor there. */
  hole?: [start: number, end: number];
}

export interface Fix {
  /** Imperative, as a menu shows it: "Log user.id instead". */
  title: string;
  /** `mend` changes the code; `suppress` keeps it and asks for a reason; `policy` says something about the data once for all. */
  kind: 'mend' | 'suppress' | 'policy';
  /** Never changes what the program does for anybody but the one harmed: may be applied without looking (`--fix`). */
  safe: boolean;
  /** Edits of one file do not overlap. A path that does not exist yet is created. */
  edits: TextEdit[];
}

/** A function of the project that protects values, or asks and heeds people. */
export interface Protector {
  name: string;
  /** `consent` answers whether somebody agreed, `keep` stores such an answer, `review` hands a case to a person. */
  does: 'mask' | 'encrypt' | 'consent' | 'pseudonymise' | 'keep' | 'review';
  /** Where it is exported, as an import specifier that is right for the file that asks; '' when it is known by name only. */
  from: string;
  /** Its answer is a promise. */
  async: boolean;
  /** How many it takes; undefined when its declaration is not in sight. */
  parameters?: number;
}

/** All that fixes may look at besides the finding. Nothing is read from the disk. */
export interface FixContext {
  finding: Finding;
  /** Current text of a project path; '' when there is none. */
  text(path: string): string;
  protectors: Protector[];
  /** Names of the members that identify a record that has the given member ("email" → id), best first; empty when unknown. */
  keysBeside(member: string): string[];
  /** The member that says of a person that marketing is welcome, as the project's records name it. */
  optIn: string;
  /** What the policy says for the finding's file. */
  config: Config;
  /** The policy file that holds for the finding's file, or where one would be made. */
  policy: string;
}
