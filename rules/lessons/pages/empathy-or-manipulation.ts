import type { LessonPage } from '../page';

export const empathyOrManipulation: LessonPage = {
  id: 'empathy-or-manipulation',
  title: 'Empathy or manipulation?',
  rules: [
    'personalized-price',
    'vulnerability-targeting',
    'false-urgency',
    'asymmetric-choice',
    'emotion-driven-action',
    'preselected-consent',
  ],
  before: 'pricing',
  about: 'After this page you have five questions that tell help from pressure, for any feature that knows its customer.',
  sections: [
    {
      title: 'The story',
      text: `Two shops know that a customer has just become a father. The first shows the opening hours of the night pharmacy. The second raises the
price of nappies, because he will not compare prices at three in the morning. Both know the same. Only one of them is on his side.`,
    },
    {
      title: 'The card: five questions',
      text: `1. **Benefit.** Does the person get something out of it that they would name themselves? Who gets more out of it, they or we?
2. **Autonomy.** Can they say no as easily as yes, and does the no cost them nothing?
3. **Transparency.** Would we show them how it works? Would they be surprised?
4. **Value exchange.** Is what they give worth what they get, and did they know about both when they gave it?
5. **Long term.** If they found out in a year, would they trust us more or less?

Five times yes is empathy. One no is a reason to stop and to talk. Manipulation often looks good on question one and fails on three.`,
    },
    {
      title: 'Try the card',
      text: `**The bakery remembers that a customer eats no nuts, and warns her at the counter.** Benefit: yes, hers. No: she can have it deleted.
Surprise: no, she said so herself. Exchange: fair. In a year: she tells her friends. Empathy.

**The bakery sees that a customer orders late at night and shows "Only two left!".** Benefit: ours. No: there is none. Surprise: yes.
Exchange: she gave away her tiredness without knowing. In a year: she is angry. Manipulation.

**The lender offers a longer term to somebody who is behind with payments.** It depends: on whether the sum in the end is on the page, and
on who came up with it. Where the answer is "it depends", ask the people concerned.`,
    },
    {
      title: 'Where code shows it',
      text: `- A price or an offer that depends on who somebody is, how they feel or how badly they need it.
- A choice in which the yes is a button and the no is a search.
- A number or a clock that nobody counted.
- A word that shames those who say no.`,
    },
    {
      title: 'In a pull request',
      text: `Three lines for the template of your pull requests, for changes that know something about a person:

\`\`\`markdown
- Would the person be surprised? …
- Who gets more out of it, they or we? …
- Can they say no as easily as yes? …
\`\`\``,
    },
    {
      title: 'Ask yourself',
      text: `- Would I want this done to my mother?
- Would it still work if the person knew?
- Who says stop here, and do they hear of it in time?`,
    },
  ],
};
