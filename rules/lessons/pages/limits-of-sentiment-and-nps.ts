import type { LessonPage } from '../page';

export const limitsOfSentimentAndNps: LessonPage = {
  id: 'limits-of-sentiment-and-nps',
  title: 'Limits of sentiment and NPS',
  rules: ['score-defines-person', 'emotion-driven-action', 'culture-bound-validation', 'decision-without-human-review'],
  before: 'decisions',
  about: 'After this page you know what a number about feelings can tell, and what it must never decide.',
  sections: [
    {
      title: 'The story',
      text: `After a funeral a woman writes to the florist: "Everything was terribly beautiful." The program finds "terribly", calls her angry and
moves her to the end of the queue. Nobody at the florist meant that. Nobody there read her letter either.`,
    },
    {
      title: 'What such a number is',
      text: `A score of a text is a guess of a program about some words. A score of a survey is what somebody clicked on one day. Most people never
answer, and those who do are very pleased or very cross. Both numbers are about a moment and about a group. Neither is about the person.`,
    },
    {
      title: 'Five limits of programs that read feelings',
      text: `1. **They see signs, not feelings.** A smile may be politeness, a short answer may be a broken arm.
2. **They were taught by some people.** Irony, dialect, other languages and other manners are read wrong more often, and always at the cost of the same people.
3. **They do not know what happened.** The reason is outside of the text.
4. **They change what they measure.** Who knows that the voice is judged speaks differently.
5. **They cannot care.** They can call somebody who does. That is the best use of them.`,
    },
    {
      title: 'What it may and may not decide',
      text: `| Fine | Not fine |
| --- | --- |
| Which letters a person reads first, when all are read | Which letters nobody reads |
| How a branch does over the year, from many answers | Whether one customer is "bad" |
| Offering a person to talk to | Offering something to buy because somebody is sad |
| A hint beside the case, with its age and its source | A label that stays with the person for years |`,
    },
    {
      title: 'In code',
      text: `Keep the number with its date, its source and how sure it is, and let it end: \`{ label, confidence, source, expiresAt }\`. Judge a text only by
a model of its own language. For each language and each model write down who tested it, on whose texts, and what is done where nobody has.`,
    },
    {
      title: 'Ask yourself',
      text: `- What would we do if the number were missing?
- Who is never asked, and what would they have said?
- Would the person agree with what we think they feel?`,
    },
  ],
};
