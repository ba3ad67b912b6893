import type { LessonPage } from '../page';

export const writingAPurpose: LessonPage = {
  id: 'writing-a-purpose',
  title: 'Writing a purpose people understand',
  rules: ['incomplete-policy', 'purpose-mismatch', 'undeclared-flow'],
  before: 'minimisation',
  about: 'After this page you can write a reason for keeping data that a customer reads once and understands.',
  sections: [
    {
      title: 'The story',
      text: `A customer at the counter asks: "Why do you want my phone number?" The baker says: "So that I can call you when the cake is ready."
That is a purpose. It names what is asked for, what happens with it, and what the customer gets.

On the website of the same bakery it says: "We use data to improve your experience." Nobody at the counter would say that, because it answers nothing.`,
    },
    {
      title: 'Three parts',
      text: `- **Which data.** "your phone number", and not "contact details".
- **What happens with it.** "we call you", and not "processing".
- **What for.** "when the cake is ready", and not "to provide our services".

The benefit is a sentence of its own. It is about the customer and not about you: "You do not wait in vain", and not "We plan better".`,
    },
    {
      title: 'Before and after',
      text: `| Says nothing | Says it |
| --- | --- |
| We use data to improve your experience. | We look at what you bought to show you bread you may like. |
| Your data is processed for business purposes. | We keep your invoice for ten years because the tax office may ask for it. |
| We may share data with various partners. | Our courier gets your name and address to bring your parcel. |

In the policy it looks like this:

\`\`\`json
"purposes": {
  "call-when-ready": {
    "why": "We use your phone number to call you when your order is ready.",
    "benefit": "You do not wait in vain.",
    "legalBasis": "contract"
  }
}
\`\`\``,
    },
    {
      title: 'One purpose, one reason',
      text: `Two reasons in one sentence cannot be refused one by one. If a customer could want the one and not the other, write two purposes.
A new reason needs a new question to the people concerned. Writing it down afterwards does not make it true for those who gave their data before.`,
    },
    {
      title: 'Ask yourself',
      text: `- Would I say this sentence aloud at the counter?
- Can somebody who reads it say what will happen tomorrow?
- What would be different if we did not have this datum?`,
    },
    {
      title: 'Try it',
      text: `\`data-ethics notice\` shows your purposes as customers will read them, and names the sentences that are hard to read.`,
    },
  ],
};
