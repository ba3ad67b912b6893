/** The lesson of a rule: the picture, three questions, a quiz from examples that tests run, and two sentences for everybody else. */
import type { Rule } from '../engine/rule';
import { lessonPages, lessons } from '../../rules/lessons';
import type { LessonPage } from '../../rules/lessons/page';

export interface Question {
  code: string;
  /** Does the rule report it? */
  isFlagged: boolean;
}

/** Parts of a page; empty where nobody has written a lesson. */
export function lessonSections(rule: Rule): { title: string; blocks: string[] }[] {
  const lesson = lessons[rule.id];
  if (!lesson) return [];
  const answers = quizOf(rule).map(({ isFlagged }, index) => `${index + 1}: ${isFlagged ? 'flag' : 'fine'}`);
  return [
    { title: 'The picture', blocks: [`\`\`\`text\n${lesson.from}  ──▶  ${lesson.to}\n\`\`\``] },
    { title: 'Ask yourself', blocks: [lesson.ask.map((question) => `- ${question}`).join('\n')] },
    {
      title: 'Quiz: flag or fine?',
      blocks: [
        ...quizOf(rule).map(({ code }, index) => `${index + 1}.\n\n\`\`\`tsx\n${code}\n\`\`\``),
        `<details><summary>Answers</summary>\n\n${answers.join(' · ')}. ${rule.title}: ${rule.fixes[0]}\n\n</details>`,
      ],
    },
    { title: 'For people who do not program', blocks: [lesson.plain] },
    { title: 'Read on', blocks: readOn(rule.id) },
  ];
}

/** Lessons that a rule's page sends its reader to. */
function readOn(id: string): string[] {
  const pages = lessonPages.filter(({ rules }) => rules.includes(id));
  return pages.length > 0 ? [pages.map((page) => `- ${page.title}: \`data-ethics learn ${page.id}\``).join('\n')] : [];
}

/** The page of a lesson that belongs to no single rule. */
export function lessonPage({ title, about, sections }: LessonPage): string {
  const parts = sections.map((section) => `## ${section.title}\n\n${section.text}`);
  return `${[`# ${title}`, about, ...parts].join('\n\n')}\n`;
}

/** Three of the rule's own examples, in an order that differs from rule to rule and never from day to day. */
export function quizOf({ id, examples: { bad, ok } }: Rule): Question[] {
  const asked = [
    { code: ok.at(-1)!, isFlagged: false },
    { code: bad.at(-1)!, isFlagged: true },
    bad.length > 1 ? { code: bad[0]!, isFlagged: true } : { code: ok[0]!, isFlagged: false },
  ];
  const first = id.length % asked.length;
  return [...asked.slice(first), ...asked.slice(0, first)].map(({ code, isFlagged }) => ({ code: unmarked(code), isFlagged }));
}

/** Without the mark that gives the answer away. */
const unmarked = (code: string): string => code.replace(/\s*(?:\{\/\* \/\/ ! \*\/\}|\/\/ !)$/gm, '').trimEnd();
