/** Calls that put a prompt to an AI model. */
import type { Body } from './bodies';
import { lastName, nameOfCallee } from './named';

const PROMPT_CALL =
  /^(generateText|generateObject|streamText|streamObject|generateContent|complete|completion|createCompletion|createChatCompletion|chatCompletion|askModel|askLlm|promptModel)$/i;
const CREATES = /(completions|messages|responses|chat)$/i;

/** Cheap: the name of such a call, or of what it is called on. */
export const mayPrompt = (name: string): boolean => PROMPT_CALL.test(name) || CREATES.test(name);

/** `generateText(…)`, `openai.chat.completions.create(…)` */
export function prompts(body: Body, call: number): boolean {
  const method = body.name(call, 1);
  const name = method || nameOfCallee(body, call);
  // A function of one's own may generate the content of a page, or complete a task.
  const isOwn = method === '' && /^(generateContent|complete|completion)$/i.test(name);
  const receiver = method === '' ? '' : lastName(body, body.operand(call, 0));
  return (PROMPT_CALL.test(name) && !isOwn) || (name === 'create' && CREATES.test(receiver));
}
