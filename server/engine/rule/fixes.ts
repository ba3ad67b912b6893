/** A way out as data: rules and the engine say what should change, `engine/edit.ts` works out the text edits when somebody asks. */
import type { Place } from '../rule';

/** Replaces the text of a place. */
export interface TextEdit {
  at: Place;
  text: string;
}

export interface Fix {
  /** Imperative, as a menu shows it: "Log the id instead". */
  title: string;
  /** Never changes what the program does for anybody but the one harmed: may be applied without looking (`--fix`). */
  safe: boolean;
  edits: TextEdit[];
}
