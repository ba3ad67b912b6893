import type { Ask, Datum, Flow, Rule } from '../../server/engine/rule';

export const piiInPrompt: Rule = {
  id: 'pii-in-prompt',
  title: 'Personal data is sent to an AI model',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: OWASP LLM02:2025 Sensitive Information Disclosure (checked 2026-11-23)',
    'May be relevant: GDPR Art. 5(1)(c), data minimisation (checked 2026-11-23)',
    'May be relevant: GDPR Art. 28 and 44, processors and transfers (checked 2026-11-28)',
  ],
  why:
    'A guest complains to a small hotel about a night when her child was ill. The assistant that drafts the answer gets her name, her address ' +
    'and the whole story, although "a guest" would have been enough for a kind reply. Now a model vendor holds a note about a sick child, ' +
    'and nobody at the hotel can say for how long.',
  limits:
    'Text that a person typed into a chat is often the point of the feature; it is reported with low confidence only. Models that run ' +
    'on your own machines are recognised by a constant address, not by one that is set at run time. Whether the vendor may train on the text ' +
    'is a matter of the contract, which belongs into the policy file.',
  fixes: [
    'Redact the text before it becomes part of the prompt (`redactPII(text)`).',
    'Put a placeholder such as {{customer}} into the prompt and fill it in after the answer.',
    'Use a model that runs on your own machines.',
    'Declare the recipient with its purpose and categories in `data-ethics.json`.',
  ],
  examples: {
    bad: [
      `const { text } = await generateText({
  model: openai('gpt-4o-mini'),
  prompt: \`Write a reply to \${customer.fullName} (\${customer.email}) about their complaint: \${ticket.body}\`, // !
});`,
      `const summary = await anthropic.messages.create({
  model: 'claude-sonnet', max_tokens: 400,
  messages: [{ role: 'user', content: JSON.stringify(patient) }], // !
});`,
      `const rows = await prisma.employee.findMany({ select: { fullName: true, sickDays: true } });
const content = rows.map((r) => \`\${r.fullName}: \${r.sickDays}\`).join('\\n');
await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content }] }); // !`,
    ],
    ok: [
      `const prompt = redactPII(\`Summarise this ticket: \${ticket.body}\`);
await openai.responses.create({ model: 'gpt-4o-mini', input: prompt });`,
      `await generateText({ model: openai('gpt-4o-mini'), prompt: \`Describe the pastry "\${product.name}" in two sentences\` });`,
      `const ollama = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'none' });
await ollama.chat.completions.create({ model: 'llama3', messages: [{ role: 'user', content: note.text }] });`,
    ],
  },
  *check(ask) {
    for (const flow of ask.flows('prompt', 'http')) {
      const asked = flow.sink === 'http' ? ask.recipients(flow).find(({ kind }) => kind === 'ai') : undefined;
      if (flow.sink === 'http' ? !asked || flow.part !== 'data' : runsLocally(flow, ask)) continue;
      const open = flow.data.filter((datum) => matters(datum) && !ask.isDeclared(flow, datum.category, true));
      const data = ask.certain(open.map(withDoubt));
      if (data.length === 0) continue;
      const kind = kindOf(data);
      const message = `${ask.subject(data, 'is', 'are')} sent to ${recipientOf(asked?.vendor ?? flow.vendor, flow.sinkName)}.`;
      yield ask.finding(flow, data, { ...ask.judge(data), message, hint: hints[kind], kind });
    }
  },
};

function matters(datum: Datum): boolean {
  return datum.state === 'raw' && datum.identifies !== 'opaque' && datum.category !== 'user-agent';
}

/** Free text alone names nobody for sure; with another datum beside it the other one carries the finding. */
function withDoubt(datum: Datum): Datum {
  return datum.category === 'message-content' && datum.kind === 'field' ? { ...datum, confidence: 'low' } : datum;
}

function runsLocally(flow: Flow, ask: Ask): boolean {
  const addresses = ['baseURL', 'baseUrl', 'host', 'configuration.baseURL'].flatMap((option) => flow.instance(option));
  if (addresses.length === 0) return flow.providers().some((provider) => LOCAL.test(provider));
  return addresses.some(({ value }) => typeof value === 'string' && ['local', 'first-party'].includes(ask.host(value)));
}

/** Packages whose models run on a machine of one's own when nothing else is said. */
const LOCAL = /(^|[/-])(ollama|lmstudio|llama-cpp|transformers-js|browser-ai)(-|$)/;

type PromptKind = 'field' | 'whole-record' | 'request-body';

function kindOf(data: Datum[]): PromptKind {
  if (data.some((datum) => datum.kind === 'origin')) return 'request-body';
  return data.some((datum) => datum.kind === 'record') ? 'whole-record' : 'field';
}

const fewer = 'Give the model only the fields that its task needs, without those that name the person.';
const hints: Record<PromptKind, string> = {
  field: 'Redact the text first, or put a placeholder into the prompt and fill it in after the answer.',
  'whole-record': fewer,
  'request-body': fewer,
};

/** Some libraries stand between the program and a model that only the configuration names. */
function recipientOf(vendor: string, sinkName: string): string {
  if (vendor === '') return `an AI model by ${sinkName}()`;
  return /^an? /.test(vendor) ? vendor : `an AI model of ${vendor}`;
}
