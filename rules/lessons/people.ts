import type { Lesson } from './lesson';

/** What is asked of people, decided about them, and who looks again. */
export const peopleLessons: Record<string, Lesson> = {
  'tracking-without-consent': {
    from: 'the first second of a visit',
    to: 'a tracker that did not wait for an answer',
    ask: [
      'What runs before the person has said anything?',
      'What happens when they say no, or nothing?',
      'Is no as near as yes?',
    ],
    plain: 'We count visits only of those who said yes. Not answering is not a yes.',
  },
  'marketing-without-opt-in': {
    from: 'an address given for an order',
    to: 'an advertisement nobody asked for',
    ask: [
      'What did people say yes to when they gave the address?',
      'Does this line ask for that yes?',
      'How does somebody stop it?',
    ],
    plain: 'An address for a receipt is not an address for advertising. We write news only to people who asked for them.',
  },
  'purpose-mismatch': {
    from: 'a number given for safety',
    to: 'a list for advertising',
    ask: [
      'What did we say when we asked for it?',
      'Would the person be surprised to see it here?',
      'Is there a field that was given for this?',
    ],
    plain: 'What people give us for one thing stays with that thing. For another one we ask again.',
  },
  'ignored-opt-out': {
    from: 'a no',
    to: 'code that never looks at it',
    ask: [
      'Where is the no kept, and who reads it?',
      'How long until it holds everywhere?',
      'Do we ask again until the answer is yes?',
    ],
    plain: 'When somebody says no, it holds everywhere and at once. We do not ask again until they give in.',
  },
  'preselected-consent': {
    from: 'a box that is already ticked',
    to: 'a yes that nobody gave',
    ask: ['Who ticked it?', 'How many would tick it themselves?', 'Could we live with that number?'],
    plain: 'A yes counts only when somebody gives it. Boxes start empty.',
  },
  'asymmetric-choice': {
    from: 'a big bright yes',
    to: 'a no behind two more pages',
    ask: [
      'How many clicks does a yes take, and a no?',
      'Would you find the no in a hurry?',
      'Do the words shame those who say no?',
    ],
    plain: 'Saying no is as easy as saying yes: same place, same size, same number of clicks. Nobody is made to feel bad for it.',
  },
  'privacy-penalty': {
    from: 'a no to tracking',
    to: 'a higher price',
    ask: ['Who can afford the no?', 'Is the difference what it costs us, or a push?', 'Would we say it aloud at the counter?'],
    plain: 'Those who keep their data to themselves do not pay more. A choice that costs money is none.',
  },
  'personalized-price': {
    from: 'who somebody is',
    to: 'what they pay',
    ask: [
      'Would the one who pays more call it fair if they saw it?',
      'Is the reason something they chose or earned?',
      'Whom does it hit who can least afford it?',
    ],
    plain:
      'The price depends on what is bought, not on who buys it. Discounts for students or pensioners are fine when they are on the wall.',
  },
  'undisclosed-personalized-price': {
    from: 'a price made for one person',
    to: 'a page that shows it like any other',
    ask: ['Would the person want to know?', 'Where does it say so, near the price?', 'Why do we not want to say it?'],
    plain: 'When a price was made for one person, it says so next to it. If we would rather not say it, we should not do it.',
  },
  'protected-attribute-decision': {
    from: 'origin, gender, age, faith, or a postcode that stands for them',
    to: 'yes or no to a person',
    ask: [
      'Would the answer be another one for the neighbour?',
      'Is there a fact about the matter itself that we could use?',
      'Who tests how groups fare, and when?',
    ],
    plain:
      'We decide about people by the matter, not by origin, gender, age or faith. That holds also for facts that give these away.',
  },
  'decision-without-human-review': {
    from: 'a number',
    to: 'a no that no person looked at',
    ask: ['Who can change this answer?', 'Do they have the time and the right to?', 'How does the person reach them?'],
    plain: 'When a program says no to somebody in something that matters, a person looks at it. That person can change it.',
  },
  'decision-without-reasons': {
    from: 'a decision',
    to: 'a letter that does not say why',
    ask: ['Could we say why in one sentence?', 'Could the person check whether it is true?', 'What can they do if it is not?'],
    plain: 'A no comes with its reason and a way to answer. "The computer says so" is no reason.',
  },
  'score-defines-person': {
    from: 'one number about somebody',
    to: 'how they are treated everywhere',
    ask: ['What does the number leave out?', 'How old is it, and can it get better?', 'Would we treat a friend by it?'],
    plain: 'A number about a person is a guess about one day. We do not sort people by it.',
  },
  'culture-bound-validation': {
    from: 'a name or an address as it is',
    to: 'a form that calls it wrong',
    ask: ['Whose name does not fit?', 'What breaks if we let it in as it is written?', 'Who tested it who has such a name?'],
    plain: 'Names and addresses look different around the world. A form takes people as they are.',
  },
  'emotion-driven-action': {
    from: 'how somebody feels',
    to: 'what we do with them',
    ask: ['Did they want us to know?', 'Does it help them, or us?', 'What if we read it wrong?'],
    plain: 'How somebody feels is theirs. We do not read it from face, voice or clicks to sell or to decide.',
  },
  'vulnerability-targeting': {
    from: 'a weak moment of a person',
    to: 'an offer made for it',
    ask: ['Would they take it on a better day?', 'Who earns on this, and who pays?', 'What would help them instead?'],
    plain: 'People who grieve, are ill, in debt or very young are not a target group. We help, or leave them in peace.',
  },
  'false-urgency': {
    from: 'a made-up number',
    to: 'a person who hurries',
    ask: ['Is it true, now, in this stock?', 'What happens when the clock is at zero?', 'Would they buy with a night to think?'],
    plain: '"Only two left" stands there only when there are two left. We do not hurry people with made-up numbers.',
  },
  'unmasked-session-replay': {
    from: 'what a person types and reads',
    to: 'a film that others watch',
    ask: [
      'What stands on this page that is nobody’s business?',
      'Does the person know that they are filmed?',
      'What do we learn that counting would not tell?',
    ],
    plain:
      'Recording how people use our pages is like a camera over their shoulder. What they type and read is covered, and they are asked first.',
  },
  'covert-capture': {
    from: 'keys, microphone, camera or place of a person',
    to: 'us, without their doing anything',
    ask: [
      'What did the person do just before?',
      'Do they see that it is on?',
      'Would it still work if they turned it on themselves?',
    ],
    plain: 'Camera, microphone and place are switched on by the person, and they see it. We never listen along.',
  },
  'incomplete-policy': {
    from: 'a line of the policy',
    to: 'a question nobody can answer',
    ask: [
      'Who would pick up the phone about this line?',
      'Would a customer understand the reason?',
      'When does somebody look again?',
    ],
    plain:
      'For everything we keep there is a reason in plain words, a last day, and somebody who answers. Twice a year we look through the list together.',
  },
  'expired-exception': {
    from: '"only this once"',
    to: 'every night for a year',
    ask: ['Why was it allowed, and by whom?', 'On which day is it over?', 'Does the reason still hold today?'],
    plain: 'An exception has a reason, a name and a last day. After that day it is over.',
  },
};
