import type { Ask, Confidence, Constant, Datum, Finding, Flow, Rule, Severity } from '../../server/engine/rule';

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
    'May be relevant: CWE-359 and, for error messages, CWE-209 (not checked yet)',
  ],
  why:
    'A clinic logs "admission" with the name and the diagnosis, because it helps on a bad night. The log is copied to a search server, ' +
    'read by people who never met the patient, and kept long after the record itself is deleted. When one of those copies leaks, ' +
    'it is the patient who has to explain her illness to an employer, not the team that wrote the line.',
  limits:
    'Values that only an unresolved library hands over, loggers that are configured outside the code, and redaction that is built at run ' +
    'time are not seen or lower the confidence. Not for programs whose log is the product, such as an audit trail that the law asks for: ' +
    'except those places with a reason.',
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
    allowIpInSecurityLogs: { default: true, description: 'Whether IP addresses in server logs are fine.' },
    browserConsole: {
      default: 'info',
      description: 'Severity of a single value in the browser console: "info", "warning" or "off".',
    },
  },
  *check(ask) {
    for (const flow of ask.flows('log', 'file')) {
      if (flow.sink === 'file' && !isLogFile(flow)) continue;
      const unredacted = withoutRedacted(flow);
      const exposed = unredacted.filter((datum) => matters(datum, flow, ask));
      const raw = exposed.filter((datum) => datum.state === 'raw');
      const certain = raw.filter((datum) => datum.confidence !== 'low');
      const data = certain.length > 0 ? certain : raw.length > 0 ? raw : exposed;
      if (data.length === 0) continue;
      const finding = describe(data, flow, ask);
      if (finding) yield finding;
    }
  },
};

const isLogFile = (flow: Flow): boolean =>
  flow.constants('0').some(({ value }) => typeof value === 'string' && value.endsWith('.log'));

const levels: Severity[] = ['info', 'warning', 'error'];
const lower: Record<Confidence, Confidence> = { high: 'medium', medium: 'low', low: 'low' };

function matters(datum: Datum, flow: Flow, ask: Ask): boolean {
  if (datum.state !== 'raw' && datum.state !== 'weak-hash') return false;
  if (datum.identifies === 'opaque' || datum.category === 'consent-record') return false;
  if (datum.category === 'ip-address' && ask.options.allowIpInSecurityLogs !== false && !flow.browser) return false;
  const allowed = ask.options.allowCategories;
  return !(Array.isArray(allowed) && allowed.includes(datum.category));
}

function describe(data: Datum[], flow: Flow, ask: Ask): Omit<Finding, 'rule'> | undefined {
  const kind = kindOf(data, flow);
  if (kind === 'debug-console' && ask.options.browserConsole === 'off') return undefined;
  const hashed = data.every((datum) => datum.state === 'weak-hash');
  const confidence = hashed ? 'low' : confidenceOf(data, flow);
  const what = ask.list(data);
  const subject = what.charAt(0).toUpperCase() + what.slice(1) + wordsOf(data);
  const verb = / and /.test(what) ? 'are' : 'is';
  const message =
    kind === 'error-message'
      ? `${subject} ${verb} put into an error message, which later reaches logs and error trackers.`
      : `${subject} ${verb} written to the log by ${flow.sinkName}().`;
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const severity = severityOf(data, kind, confidence, ask);
  const { at, extent, path, symbol } = flow;
  return { at, extent, path, symbol, message, severity, confidence, hint: hints[kind], kind, categories };
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
  if (/Error$/.test(flow.sinkName)) return 'error-message';
  if (data.some((datum) => datum.kind === 'origin')) return 'request-body';
  if (data.some((datum) => datum.kind === 'record')) return 'whole-record';
  return flow.browser && flow.sinkName.startsWith('console') ? 'debug-console' : 'field';
}

function severityOf(data: Datum[], kind: LogKind, confidence: Confidence, ask: Ask): Severity {
  if (confidence === 'low') return 'info';
  const sensitive = data.some((datum) => (datum.special || datum.grave) && datum.confidence !== 'low');
  const tier = (sensitive ? 2 : 1) - (confidence === 'medium' ? 1 : 0) - (kind === 'error-message' ? 1 : 0);
  if (kind === 'debug-console' && !sensitive) return ask.options.browserConsole === 'warning' ? 'warning' : 'info';
  return levels[Math.max(0, tier)]!;
}

function confidenceOf(data: Datum[], flow: Flow): Confidence {
  const order: Confidence[] = ['high', 'medium', 'low'];
  const best = order.find((confidence) => data.some((datum) => datum.confidence === confidence)) ?? 'low';
  return flow.sinkConfidence === 'low' || redactList(flow).unknown ? lower[best] : best;
}

/** What the logger's own configuration removes never reaches the log. */
function withoutRedacted(flow: Flow): Datum[] {
  const { paths } = redactList(flow);
  const serialized = texts(flow.instance('serializers'));
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

function redactList(flow: Flow): { paths: string[][]; unknown: boolean } {
  const constants = [...flow.instance('redact'), ...flow.instance('redact.paths')];
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

/** As the code names it; an origin such as "the request body" has said so already. */
function wordsOf([first, ...others]: Datum[]): string {
  return others.length > 0 || !first || first.words.startsWith('the ') ? '' : ` (${first.words})`;
}
