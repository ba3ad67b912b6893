import type { LessonPage } from '../page';

export const sixMonthReview: LessonPage = {
  id: 'six-month-review',
  title: 'Running the six-month review',
  rules: ['incomplete-policy', 'expired-exception', 'undeclared-flow'],
  before: 'stewardship',
  about: 'After this page two people can hold the review in two hours, and everybody knows what came out of it.',
  sections: [
    {
      title: 'The story',
      text: `Twice a year Mara and Jon sit down after closing time with coffee and the list. Last spring they found a question in the order form that
nobody could explain. It had been there for six years, and eleven thousand people had answered it. It was gone the next day.`,
    },
    {
      title: 'Before: ten minutes',
      text: `\`\`\`sh
data-ethics inventory --format markdown > inventory.md
data-ethics report --record --output report.md
data-ethics init
data-ethics notice --since last-notice.md --output notice.md
\`\`\`

\`init\` on a policy that is there prints what the code does and the policy does not say. \`report --record\` keeps today's numbers, so that next time
there is something to compare with. Invite somebody who does not program.`,
    },
    {
      title: 'The agenda',
      text: `1. **What is new?** New data, new recipients, new packages. For each: who wanted it, and what does the customer get? (20 minutes)
2. **What can go?** What is collected and read nowhere comes first. (20 minutes)
3. **What did we promise?** Read three purposes aloud. Are they still true? (15 minutes)
4. **What did we allow?** Every exception and every entry of the baseline: is its reason still one? (20 minutes)
5. **Who decides about people?** Prices and decisions in the report: when was each last tested on groups? (20 minutes)
6. **Could we answer?** Take one customer and one category, and run \`data-ethics blast-radius\` for it. Who would be called? (10 minutes)
7. **Who does what until when?** Three things at most, each with a name and a day. (15 minutes)`,
    },
    {
      title: 'After',
      text: `Write the day into \`governance.lastReview\`; the next one is due after \`governance.reviewEvery\`, and \`incomplete-policy\` will say so. Publish the
notice when it changed, with its list of changes. Tell the team what was decided, and the customers what is different for them.`,
    },
    {
      title: 'Ask yourself',
      text: `- What did we find that nobody would have looked for?
- What did we put off last time, and again today?
- Which customer would be glad to have sat here with us?`,
    },
  ],
};
