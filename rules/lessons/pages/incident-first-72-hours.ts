import type { LessonPage } from '../page';

export const incidentFirst72Hours: LessonPage = {
  id: 'incident-first-72-hours',
  title: 'Incident: the first 72 hours',
  rules: ['incomplete-policy', 'pii-in-logs', 'cleartext-pii'],
  before: 'end',
  about: 'After this page you know what to do first, second and third when data got out, before you need it.',
  sections: [
    {
      title: 'The story',
      text: `On a Friday evening a customer calls: her address stands on a page that is none of ours. In the shop nobody knows whom to call. On Monday the
list has been copied twelve times. The harm was not only done by those who copied it. Two days of it were ours.`,
    },
    {
      title: 'The first hour: stop it, and write down',
      text: `1. Call the one who is named in the policy under \`incident.contact\`. At night, too.
2. Stop what leaks: take the page down, turn the key, end the token. Do not delete traces: copies of logs first.
3. Begin a list with times: what was seen, by whom, what was done. It will be needed, and memory is bad at it.`,
    },
    {
      title: 'The first day: how far does it reach?',
      text: `\`\`\`sh
data-ethics blast-radius email
\`\`\`

It lists every place in the code where the category comes in, is stored, written and sent, and what lies beside it in the same records. Backups,
exports and what recipients passed on are not in it: ask each recipient that the list names.

Then answer four questions in writing: whose data, which data, how many people, what can happen to them? "We do not know yet" is an answer.`,
    },
    {
      title: 'Before the 72 hours are over: tell those who must know',
      text: `Where a duty to notify may be relevant, it often counts from the hour in which you learnt of it, and 72 hours is a common limit; the policy keeps
yours under \`incident.notifyWithinHours\`. Whether it applies to you is for somebody to say who knows the law where you are. Ask them on the first day,
not on the third.

People are told when it can harm them, and in words they understand: what happened, what is out, what you did, what they can do now, whom they can ask.
No "we take your privacy seriously". Say what you know, and when they will hear more.`,
    },
    {
      title: 'After: make it harder',
      text: `- What made it possible, and where else is the same?
- Which of these data need not have been there?
- What took us longest, and what do we write into \`incident.steps\` and \`incident.plan\` for the next time?`,
    },
    {
      title: 'Ask yourself',
      text: `- Who picks up the phone tonight at eleven?
- Could somebody who is new here begin with the first three steps?
- When did we last try it?`,
    },
  ],
};
