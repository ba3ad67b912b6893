/** A way out as data: a finding says what is wrong, `engine/edit.ts` works out the text edits when somebody asks. */
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

/** A function of the project that protects values. */
export interface Protector {
  name: string;
  does: 'mask' | 'encrypt' | 'consent' | 'pseudonymise';
  /** Where it is exported, as an import specifier that is right for the file that asks; '' when it is known by name only. */
  from: string;
}

/** All that fixes may look at besides the finding. Nothing is read from the disk. */
export interface FixContext {
  finding: Finding;
  /** Current text of a project path; '' when there is none. */
  text(path: string): string;
  protectors: Protector[];
  /** Names of the members that identify a record that has the given member ("email" → id), best first; empty when unknown. */
  keysBeside(member: string): string[];
  /** The policy file that holds for the finding's file, or where one would be made. */
  policy: string;
}
