import type { Ask, Constant, Datum, Flow, Judgement, Rule } from '../../server/engine/rule';

export const piiInLogs: Rule = {
  id: 'pii-in-logs',
  title: 'Personal data is written to a log',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: CWE-532 Insertion of Sensitive Information into Log File (checked 2026-11-23)',
    'May be relevant: GDPR Art. 5(1)(c) and (f), data minimisation and confidentiality (checked 2026-11-23)',
    'May be relevant: CWE-359 and, for error messages, CWE-209 (checked 2026-11-28)',
  ],
  why:
    'A clinic logs "admission" with the name and the diagnosis, because it helps on a bad night. The log is copied to a search server, ' +
    'read by people who never met the patient, and kept long after the record itself is deleted. When one of those copies leaks, ' +
    'it is the patient who has to explain her illness to an employer, not the team that wrote the line.',
  limits:
    'Values that only an unresolved library hands over, loggers that are configured outside the code, and redaction that is built at run ' +
    'time are not seen or lower the confidence. Not for programs whose log is the product, such as an audit trail that the law asks for: ' +
    'except those places with a reason. What a program for a terminal or a script prints for whoever runs it is an info, unless it is grave.',
  fixes: [
    'Log an opaque id (`user.id`) instead of the value.',
    'Mask the value first, with a function listed under `masking.functions`.',
    'Let the logger redact it: `pino({ redact: ["*.email"] })` or a serializer that keeps the id.',
    'For a whole record or request, pick the fields that the reader of the log needs.',
  ],
  examples: {
    bad: [
      `// checkout.controller.ts
import pino from 'pino';
const logger = pino();
export async function checkout(req: Request & { user: Customer }, res: Response) {
  logger.info(\`checkout started by \${req.user.email}\`); // !
  res.json({ ok: true });
}`,
      `app.post('/register', async (req, res) => {
  console.log('register payload', req.body); // !
  const { firstName, phone } = req.body;
  await users.create({ firstName, phone });
  res.sendStatus(201);
});`,
      `@Injectable()
export class PatientService {
  private readonly log = new Logger(PatientService.name);
  async admit(p: Patient) {
    const label = [p.lastName, p.diagnosis].join(' / ');
    this.log.warn('admission ' + label); // !
  }
}`,
      `function audit(event: string, data: Record<string, unknown>) {
  winston.info(event, data);
}
export const onLogin = (u: User) => audit('login', { who: u }); // !`,
    ],
    ok: [
      `import pino from 'pino';
const logger = pino({ redact: ['user.email', 'user.phone'] });
export function onOrder(user: Customer, orderId: string) {
  logger.info({ user, orderId }, 'order placed');
}`,
      `export function notify(customer: Customer) {
  log.info({ customerId: customer.id, hasEmail: Boolean(customer.email) }, 'notify');
  log.debug(\`sending to \${maskEmail(customer.email)}\`);
}`,
      `for (const product of catalog) {
  console.log(\`importing \${product.name} from \${product.supplier.address}\`);
}`,
      `const errors: Record<string, string> = validate(form);
if (errors.email) logger.warn('validation failed on field email', { message: errors.email });`,
    ],
  },
  options: {
    allowCategories: { default: [], description: 'Ids of categories that may be logged.' },
    allowIpInSecurityLogs: {
      default: true,
      description:
        'Whether an IP address may stand in a log that speaks of security: a rate limit, a login, abuse, an audit. Otherwise it is an info there.',
    },
    browserConsole: {
      default: 'warning',
      description: 'Severity of a single identifying value in the browser console: "warning", "info" or "off".',
    },
  },
  *check(ask) {
    for (const flow of ask.flows('log', 'file')) {
      if (flow.sink === 'file' && !isLogFile(flow)) continue;
      const exposed = withoutRedacted(flow).filter((datum) => matters(datum, ask) && !(isError(flow) && saysWhy(datum)));
      const raw = exposed.filter((datum) => datum.state === 'raw');
      const data = ask.certain(raw.length > 0 ? raw : exposed);
      const kind = kindOf(data, flow);
      if (data.length === 0 || (kind === 'debug-console' && ask.options.browserConsole === 'off')) continue;
      if (ask.options.allowIpInSecurityLogs !== false && isSecurityLog(data, flow)) continue;
      const written =
        kind === 'error-message'
          ? 'put into an error message, which later reaches logs and error trackers'
          : `written to the log by ${flow.sinkName}()${forCallers(flow)}`;
      const message = `${ask.subject(data, 'is', 'are')} ${written}.`;
      yield ask.finding(flow, data, { ...judgementOf(data, kind, flow, ask), message, hint: hints[kind], kind });
    }
  },
};

const forCallers = ({ callers }: Flow): string => (callers > 1 ? ` for ${callers} callers` : '');

const isError = (flow: Flow): boolean => /Error$/.test(flow.sinkName);

/** `new Error(answer.message)`: why a request failed, not what somebody wrote. */
const saysWhy = ({ category, words }: Datum): boolean => category === 'message-content' && /\.message$/.test(words);

const isLogFile = (flow: Flow): boolean => flow.names().some(({ value }) => String(value).endsWith('.log'));

function matters(datum: Datum, ask: Ask): boolean {
  if (datum.state !== 'raw' && datum.state !== 'weak-hash') return false;
  if (datum.identifies === 'opaque' || datum.category === 'consent-record') return false;
  const allowed = ask.options.allowCategories;
  return !(Array.isArray(allowed) && allowed.includes(datum.category));
}

type LogKind = 'field' | 'whole-record' | 'request-body' | 'error-message' | 'debug-console';

const hints: Record<LogKind, string> = {
  field: 'Log an opaque id instead, or mask the value first.',
  'whole-record': 'Log the id of the record, or let the logger redact the personal fields.',
  'request-body': 'Log the names of the fields or an id of the request instead of what the person sent.',
  'error-message': 'Name the record by its id in the message and keep the value out of it.',
  'debug-console': 'Remove the line before the page is shipped, or log an id.',
};

function kindOf(data: Datum[], flow: Flow): LogKind {
  if (isError(flow)) return 'error-message';
  if (data.some((datum) => datum.kind === 'origin')) return 'request-body';
  if (data.some((datum) => datum.kind === 'record')) return 'whole-record';
  return flow.browser && flow.sinkName.startsWith('console') ? 'debug-console' : 'field';
}

function judgementOf(data: Datum[], kind: LogKind, flow: Flow, ask: Ask): Judgement {
  const hashed = data.every((datum) => datum.state === 'weak-hash');
  const atMost = hashed ? 'low' : redactList(flow).unknown ? 'medium' : 'high';
  const judged = ask.judge(data, { atMost, step: kind === 'error-message' ? -1 : 0 });
  const isWeak =
    kind === 'debug-console' ? ask.options.browserConsole === 'info' && !data.some(isSensitive) : isSecurityLog(data, flow);
  const isAnswer = flow.commandLine && /^(?:console|process|this\.logger)\./.test(flow.sinkName) && !data.some(isSensitive);
  const lesser =
    isAnswer ||
    isWeak ||
    (kind === 'debug-console' && !data.some(namesSomebody)) ||
    data.every(isBrowserOnly) ||
    data.every(isAddressOfPicture);
  if (flow.inDevelopment()) return { ...judged, severity: 'info' };
  return lesser && judged.severity === 'warning' ? { ...judged, severity: 'info' } : judged;
}

/** In the console of the person's own browser a handle or a postcode alone matters little. */
function namesSomebody(datum: Datum): boolean {
  return (
    isSensitive(datum) || (datum.identifies === 'direct' && datum.category !== 'username' && datum.category !== 'social-handle')
  );
}

/** Millions share a browser: alone, its description is a statistic. */
const isBrowserOnly = (datum: Datum): boolean => datum.category === 'user-agent';

/** Where a picture lies is not the picture. */
const isAddressOfPicture = ({ category, kind, words }: Datum): boolean =>
  category === 'photo-voice' && kind === 'field' && /(?:url|uri|path|pic|picture|avatar|photo|image)$/i.test(words);

const isSensitive = (datum: Datum): boolean => datum.special || datum.grave;

const security =
  /rate.?limit|throttl|captcha|auth(?!or(?!i))|log.?in|sign.?in|block(?:ed|ing|list)|abus|suspicious|firewall|audit|attack|fraud|brute.?force|denied|forbidden|csrf|xsrf|signature|tamper|honeypot|security/i;

/** Who defends a service has to see where an attack comes from; a browser's description goes along. */
function isSecurityLog(data: Datum[], flow: Flow): boolean {
  const isAddress = (datum: Datum): boolean => datum.category === 'ip-address' || isBrowserOnly(datum);
  return data.every(isAddress) && data.some(({ category }) => category === 'ip-address') && speaksOfSecurity(flow);
}

/** The text and the fields beside the address, the functions it passes, the one around it or its file say why it is kept. */
function speaksOfSecurity(flow: Flow): boolean {
  const way = flow.path.slice(1).map((step) => step.words);
  return [...flow.wording(), ...way, flow.symbol, flow.at.path.split('/').slice(-2).join('/')].some((text) =>
    security.test(text),
  );
}

/** What the logger's own configuration removes never reaches the log. */
function withoutRedacted(flow: Flow): Datum[] {
  const { paths } = redactList(flow);
  const serialized = texts(ofLogger(flow, 'serializers'));
  return flow.data.filter((datum) => {
    const segments = datum.at === '' ? [] : datum.at.split('.');
    if (segments.length > 0 && serialized.includes(segments[0]!)) return false;
    return !paths.some((path) => covers(path, segments, datum.kind === 'record'));
  });
}

/** A path below a record counts as well: whoever lists `user.email` has decided what of the user may stay. */
function covers(path: string[], segments: string[], record: boolean): boolean {
  const shared = Math.min(path.length, segments.length);
  for (let i = 0; i < shared; i++) {
    if (path[i] !== '*' && path[i] !== segments[i]) return false;
  }
  return path.length > segments.length ? record && path.length === segments.length + 1 : path.length > 0;
}

/** An application that makes its logger by itself takes the options of one (`Fastify({ logger: { redact } })`). */
const ofLogger = (flow: Flow, option: string): Constant[] => [...flow.instance(option), ...flow.instance(`logger.${option}`)];

function redactList(flow: Flow): { paths: string[][]; unknown: boolean } {
  const constants = ofLogger(flow, 'redact').concat(ofLogger(flow, 'redact.paths'));
  const unknown = constants.some((constant) => constant.prefix || constant.environment !== undefined);
  const paths = texts(constants).map((path) =>
    path
      .replace(
        /\[(?:"([^"]*)"|'([^']*)'|(\*|\d+))\]/g,
        (_whole, a?: string, b?: string, c?: string) => '.' + (a ?? b ?? c ?? '*'),
      )
      .split('.')
      .filter((segment) => segment !== ''),
  );
  return { paths, unknown };
}

function texts(constants: Constant[]): string[] {
  return constants.flatMap(({ value }) => (Array.isArray(value) ? texts(value) : typeof value === 'string' ? [value] : []));
}
