/** What a rule teaches beside its page: the picture, questions to oneself, and the same for people who do not program. */
export interface Lesson {
  /** Left and right end of the picture "where it comes from → where it ends". */
  from: string;
  to: string;
  /** Three questions that nobody else can answer. */
  ask: [string, string, string];
  /** Two sentences for owners and for people at the counter. */
  plain: string;
}
