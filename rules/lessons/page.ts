import type { Family } from '../../server/engine/rule';

/** A lesson that belongs to no single rule: read by everybody, whether they program or not. */
export interface LessonPage {
  /** Name of the file and of the lesson: "incident-first-72-hours". */
  id: string;
  title: string;
  /** Rules whose pages send the reader here. */
  rules: string[];
  /** The course shows it before the rules of this family, or at the end. */
  before: Family | 'end';
  /** One sentence: what one can do after reading it. */
  about: string;
  sections: { title: string; text: string }[];
}
