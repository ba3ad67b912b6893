import type { Ask, Confidence, Datum, Finding, Flow, Rule, Severity } from '../../server/engine/rule';

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
    'May be relevant: GDPR Art. 28 and 44, processors and transfers (not checked yet)',
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
    for (const flow of ask.flows('prompt')) {
      if (runsLocally(flow, ask)) continue;
      const sent = flow.data.filter(
        (datum) => datum.state === 'raw' && datum.identifies !== 'opaque' && datum.category !== 'user-agent',
      );
      const certain = sent.filter((datum) => confidenceOf(datum, flow) !== 'low');
      const data = certain.length > 0 ? certain : sent;
      if (data.length > 0) yield describe(data, flow, ask);
    }
  },
};

const levels: Severity[] = ['info', 'warning', 'error'];
const order: Confidence[] = ['high', 'medium', 'low'];

function runsLocally(flow: Flow, ask: Ask): boolean {
  const addresses = [...flow.instance('baseURL'), ...flow.instance('baseUrl'), ...flow.instance('host')];
  return addresses.some(({ value }) => typeof value === 'string' && ['local', 'first-party'].includes(ask.host(value)));
}

/** Free text alone names nobody for sure; with another datum beside it the other one carries the finding. */
function confidenceOf(datum: Datum, flow: Flow): Confidence {
  if (datum.category === 'message-content' && datum.kind === 'field') return 'low';
  return flow.sinkConfidence === 'low' ? order[Math.min(2, order.indexOf(datum.confidence) + 1)]! : datum.confidence;
}

function describe(data: Datum[], flow: Flow, ask: Ask): Omit<Finding, 'rule'> {
  const whole = data.some((datum) => datum.kind === 'record') ? 'whole-record' : 'field';
  const kind = data.some((datum) => datum.kind === 'origin') ? 'request-body' : whole;
  const confidence = order.find((each) => data.some((datum) => confidenceOf(datum, flow) === each)) ?? 'low';
  const what = ask.list(data);
  const subject = what.charAt(0).toUpperCase() + what.slice(1) + wordsOf(data);
  const recipient = flow.vendor ? `an AI model of ${flow.vendor}` : `an AI model by ${flow.sinkName}()`;
  const message = `${subject} ${/ and /.test(what) ? 'are' : 'is'} sent to ${recipient}.`;
  const hint =
    kind === 'field'
      ? 'Redact the text first, or put a placeholder into the prompt and fill it in after the answer.'
      : 'Give the model only the fields that its task needs, without those that name the person.';
  const sensitive = data.some((datum) => (datum.special || datum.grave) && datum.confidence !== 'low');
  const severity = confidence === 'low' ? 'info' : levels[(sensitive ? 2 : 1) - (confidence === 'medium' ? 1 : 0)]!;
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const { at, extent, path, symbol } = flow;
  return { at, extent, path, symbol, message, severity, confidence, hint, kind, categories };
}

/** As the code names it; an origin such as "the request body" has said so already. */
function wordsOf([first, ...others]: Datum[]): string {
  return others.length > 0 || !first || first.words.startsWith('the ') ? '' : ` (${first.words})`;
}
