import type { Lesson } from './lesson';

/** What is collected, kept, written down and sent. */
export const dataLessons: Record<string, Lesson> = {
  'unused-personal-field': {
    from: 'a question in a form',
    to: 'a column that nobody reads',
    ask: [
      'What would we do differently if the answer were missing?',
      'Who asked for this field, and are they still here?',
      'What could happen to the person if this column got out?',
    ],
    plain: 'We ask only what we need. A question whose answer nobody uses is taken out of the form.',
  },
  'over-fetched-record': {
    from: 'a whole row about a person',
    to: 'code that needs two columns of it',
    ask: [
      'Which columns does the next line use?',
      'What else comes along, and who could see it from here?',
      'Will a column added next year come along too?',
    ],
    plain:
      'We take from the shelf what we need for this order, not the whole folder about the customer. What is not taken out cannot be lost.',
  },
  'whole-record-shared': {
    from: 'everything about a person',
    to: 'somebody who needs one thing',
    ask: [
      'What does the other side need, word by word?',
      'Would the person expect that they get the rest?',
      'What happens when we add a field to this record?',
    ],
    plain: 'Give others only the part they need for their work. A delivery service needs the address, not the birthday.',
  },
  'no-retention-limit': {
    from: 'a record about a person',
    to: 'a place that keeps it for good',
    ask: [
      'On which day will nobody need this any more?',
      'What deletes it then, when everybody has forgotten?',
      'Do we tell people how long we keep it?',
    ],
    plain:
      'Everything we keep about people has a last day. When it is over, it is deleted without anybody having to think of it.',
  },
  'weak-anonymization': {
    from: 'an email address',
    to: 'a hash that anybody can compute again',
    ask: [
      'Could somebody with a list of addresses find the person again?',
      'Do we call it anonymous, and is it true?',
      'Do we need to tell people apart at all, or is a count enough?',
    ],
    plain:
      'Turning a name into a code is not enough when others can make the same code. Call it anonymous only when nobody can find the person again.',
  },
  'reidentifiable-dataset': {
    from: 'rows without names',
    to: 'a person found by birthday, postcode and gender',
    ask: [
      'How many people share these three facts?',
      'Which other list could be laid beside this one?',
      'Would groups of ten do?',
    ],
    plain: 'A few harmless facts together can point at one person. Publish counts of groups, not rows.',
  },
  'pii-in-logs': {
    from: 'what a customer typed',
    to: 'a log that many read and nobody deletes',
    ask: [
      'Who can read this log, and for how long?',
      'Would the id alone help as much to find the mistake?',
      'Would the customer be surprised to stand here?',
    ],
    plain: 'Our programs keep a diary about what they do. Names and addresses of customers have no place in it.',
  },
  'pii-in-url': {
    from: 'an email address',
    to: 'the address line, and every place that keeps it',
    ask: [
      'Who keeps this address: browser, proxy, partner?',
      'What if somebody sends the link on?',
      'Could it be sent in the body, or as a random number?',
    ],
    plain: 'What stands in the address line of the browser is kept in many places. Personal facts do not belong there.',
  },
  'pii-in-browser-storage': {
    from: 'what we know about a person',
    to: 'the memory of a browser that others may use',
    ask: [
      'Who else uses this computer?',
      'Could any script on this page read it?',
      'What would break if it were gone after the visit?',
    ],
    plain: 'A browser remembers what we put there, also on a shared computer. We leave no personal facts behind.',
  },
  'cleartext-pii': {
    from: 'a bank account or a diagnosis',
    to: 'a line or a disk without a lock',
    ask: ['Who could read this on its way?', 'What if this disk were stolen?', 'Who holds the key, and where does it lie?'],
    plain: 'Sensitive facts travel and rest behind a lock. Without it anybody on the way can read them.',
  },
  'pii-to-third-party': {
    from: 'our customer',
    to: 'a company the customer never chose',
    ask: [
      'Does this company need it to do its work for us?',
      'Have we told the customer?',
      'Would a number instead of the name do?',
    ],
    plain:
      'When another company gets facts about our customers, customers are told and the company gets only what it needs. Ask before you add a new service to the website.',
  },
  'pii-in-prompt': {
    from: 'a message of a customer',
    to: 'an AI model of another company',
    ask: [
      'Does the model need to know who it is?',
      'Does the provider keep or learn from it?',
      'Who looks at the answer before it matters to somebody?',
    ],
    plain: 'What we write into an AI service leaves our house. Take out names, addresses and health before you paste.',
  },
  'undeclared-region': {
    from: 'data of people here',
    to: 'a computer in another country',
    ask: [
      'In which country does it lie, and whose law holds there?',
      'Have we written down why that is all right?',
      'Is there a place nearer to the people it is about?',
    ],
    plain:
      'We know in which country the data of our customers lies. When a service keeps it far away, somebody has looked at that first.',
  },
  'undeclared-flow': {
    from: 'a new line of code',
    to: 'a list on our website that is no longer true',
    ask: [
      'What did we tell people, and is it still true?',
      'Who answers for the new recipient?',
      'Would we have told them before, or only when asked?',
    ],
    plain:
      'What we tell customers about their data has to be what our programs do. A new service goes on the list first, and online second.',
  },
};
