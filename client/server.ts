/** The language server beside the editor: started, asked and watched from here. */
import * as vscode from 'vscode';
import {
  LanguageClient,
  TransportKind,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient/node';
import {
  ANALYSE,
  INVENTORY,
  PROPOSE_POLICY,
  REPORT,
  RULE_PAGE,
  RULES,
  STATE,
  type FolderInventory,
  type Initialization,
  type ProposedPolicy,
  type RuleSummary,
  type State,
} from '../server/lsp/messages';
import { documentSelector } from './documents';
import { withLinks } from './hints';

export interface Server extends vscode.Disposable {
  onState: vscode.Event<State>;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  showLog(): void;
  /** Rules by id; empty while the server cannot answer. */
  rules(): Promise<Map<string, RuleSummary>>;
  rulePage(rule: string): Promise<string | null>;
  inventory(token?: vscode.CancellationToken): Promise<FolderInventory[]>;
  report(folder: vscode.Uri, token: vscode.CancellationToken): Promise<string | null>;
  proposePolicy(folder: vscode.Uri, token: vscode.CancellationToken): Promise<ProposedPolicy | null>;
  /** @param report told the percentage done */
  scan(report: (percentage: number) => void, token: vscode.CancellationToken): Promise<void>;
}

export function createServer(context: vscode.ExtensionContext): Server {
  const client = clientOf(context.asAbsolutePath('dist/cli.js'));
  const states = new vscode.EventEmitter<State>();
  const failed = (message: string): void =>
    states.fire({ state: 'failed', message, counts: { error: 0, warning: 0, info: 0 }, files: 0, milliseconds: 0 });
  client.onNotification(STATE, (state: State) => states.fire(state));
  let known: Promise<Map<string, RuleSummary>> | undefined;
  let scans = 0;
  const ask = <T>(what: string, params: object, token?: vscode.CancellationToken): Promise<T> =>
    client.sendRequest<T>(what, params, token);
  return {
    onState: states.event,
    async start() {
      try {
        await client.start();
      } catch (error) {
        failed(error instanceof Error ? error.message : String(error));
      }
    },
    async restart() {
      known = undefined;
      await client.restart();
    },
    stop: () => client.stop(),
    showLog: () => client.outputChannel.show(),
    rules: () =>
      (known ??= client.sendRequest<RuleSummary[]>(RULES).then(
        (rules) => new Map(rules.map((rule) => [rule.id, rule])),
        () => {
          known = undefined;
          return new Map<string, RuleSummary>();
        },
      )),
    rulePage: (rule) => ask(RULE_PAGE, { rule }),
    inventory: (token) => ask(INVENTORY, {}, token),
    report: (folder, token) => ask(REPORT, { uri: client.code2ProtocolConverter.asUri(folder) }, token),
    proposePolicy: (folder, token) => ask(PROPOSE_POLICY, { uri: client.code2ProtocolConverter.asUri(folder) }, token),
    async scan(report, token) {
      const workDoneToken = `scan-${++scans}`;
      const watching = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) =>
        report((step as WorkDoneProgressReport).percentage ?? 0),
      );
      try {
        await ask(ANALYSE, { workDoneToken }, token);
      } finally {
        watching.dispose();
      }
    },
    dispose: () => states.dispose(),
  };
}

function clientOf(module: string): LanguageClient {
  return new LanguageClient(
    'dataEthics',
    'Data Ethics',
    { module, args: ['lsp'], transport: TransportKind.stdio },
    {
      documentSelector: documentSelector(),
      initializationOptions: (): Initialization => ({
        cache: vscode.workspace.isTrusted,
        policySchema: true,
        showsMessages: true,
      }),
      middleware: {
        handleWorkDoneProgress: (token, params, next) => next(token, inWordsOfOurs(params)),
        provideHover: async (document, position, token, next) =>
          withLinks(await next(document, position, token), document.uri, position),
      },
    },
  );
}

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** What runs by itself is no reason for a notification: it shows in the status bar, and so cannot be stopped there. */
function inWordsOfOurs(params: Progress): Progress {
  if (params.kind === 'begin') return { ...params, message: vscode.l10n.t('following personal data'), cancellable: false };
  if (params.kind === 'end') return params;
  return { ...params, message: vscode.l10n.t('{0} % of the files read', params.percentage ?? 0) };
}
