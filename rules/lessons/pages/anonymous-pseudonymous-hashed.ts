import type { LessonPage } from '../page';

export const anonymousPseudonymousHashed: LessonPage = {
  id: 'anonymous-pseudonymous-hashed',
  title: 'Anonymous, pseudonymous, hashed',
  rules: ['weak-anonymization', 'reidentifiable-dataset', 'pii-in-logs'],
  before: 'minimisation',
  about: 'After this page you know which of four words is true of your data, and what each lets you do.',
  sections: [
    {
      title: 'The story',
      text: `A bookshop publishes a list of loans "without names": postcode, birthday, titles. A neighbour knows the birthday of the woman next door.
One line of the list fits, and now he knows what she reads about her illness. Nobody lied. Somebody used the wrong word.`,
    },
    {
      title: 'Four words',
      text: `| Word | What it means | Can the person be found again? |
| --- | --- | --- |
| raw | as it was given | yes, by anybody |
| hashed without a key | \`sha256(email)\` | yes: whoever has a list of addresses hashes them all and compares |
| pseudonymous | a random number, or a hash with a secret key | yes, by whoever holds the table or the key |
| anonymous | counts of groups that are large enough, and nothing to join them with | no |

Only the last one is anonymous. The other three are still about a person, and what you promised about their data still holds.`,
    },
    {
      title: 'What helps',
      text: `- **Leave it out.** The datum that nobody needs cannot be found out.
- **A random number instead of the name.** Keep the table that joins the two apart, and say who may open it.
- **A hash with a secret key** (\`createHmac\`), when the same person must be told apart in two places. Name the function in the policy: \`anonymisation.keyedHash\`.
- **Coarser facts.** A ten-year band instead of the birthday, two digits of the postcode instead of five.
- **Groups of at least ten**, or what \`anonymisation.minGroupSize\` says. Smaller groups are left out.`,
    },
    {
      title: 'Three harmless facts',
      text: `Birthday, postcode and gender are harmless one by one. Together they point at one person more often than not.
Before you give rows away, ask how many people share each combination. If the answer is one, it is that person's row.`,
    },
    {
      title: 'Ask yourself',
      text: `- Who could put another list beside this one?
- Do we need to tell people apart at all, or is a count enough?
- Which word do we use on our website, and is it the true one?`,
    },
  ],
};
