/** What a person can ask for by name. */
import * as vscode from 'vscode';
import { chosenFolder } from './documents';
import { findingsAt, findingsOf, type Finding } from './findings';
import { EXPLAIN, SHOW_PATH } from './hints';
import type { Pages } from './page';
import type { Server } from './server';
import { GROUPINGS, type FindingsView } from './views/findings';
import type { InventoryView } from './views/inventory';
import type { PathsView } from './views/paths';

interface Parts {
  server: Server;
  pages: Pages;
  findings: FindingsView;
  inventory: InventoryView;
  paths: PathsView;
}

export function registerCommands({ server, pages, findings, inventory, paths }: Parts): vscode.Disposable {
  const commands: Record<string, (given?: unknown) => unknown> = {
    'dataEthics.scanWorkspace': async () => {
      await scan(server);
      inventory.refresh();
    },
    'dataEthics.restartServer': () => server.restart(),
    'dataEthics.showLog': () => server.showLog(),
    'dataEthics.refreshInventory': () => inventory.refresh(),
    [SHOW_PATH]: async (given) => {
      const finding = chosenFinding(given);
      if (!finding) return tell(vscode.l10n.t('Put the cursor on a finding first, or pick one in the list of findings.'));
      paths.show(finding);
      await paths.focus();
    },
    [EXPLAIN]: async (given) => {
      const rule = chosenRule(given) ?? (await pickedRule(server));
      const page = rule && (await server.rulePage(rule));
      if (page) await pages.showRule(rule, page);
    },
    'dataEthics.openReport': async () => {
      const folder = await chosenFolder();
      const html = folder && (await waiting(vscode.l10n.t('Writing the report'), (token) => server.report(folder.uri, token)));
      if (html) pages.showReport(folder.uri, html);
    },
    'dataEthics.saveReport': async () => {
      const report = pages.report();
      if (!report) return;
      const defaultUri = vscode.Uri.joinPath(report.folder, 'data-ethics-report.html');
      const target = await vscode.window.showSaveDialog({ defaultUri, filters: { HTML: ['html'] } });
      if (target) await vscode.workspace.fs.writeFile(target, Buffer.from(report.html));
    },
    'dataEthics.createPolicy': () => createPolicy(server),
  };
  for (const by of GROUPINGS) commands[`dataEthics.groupBy${by[0]!.toUpperCase()}${by.slice(1)}`] = () => findings.group(by);
  return vscode.Disposable.from(...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)));
}

async function scan(server: Server): Promise<void> {
  const title = vscode.l10n.t('Data Ethics: following personal data');
  const location = vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    let last = 0;
    const report = (percentage: number): void => {
      progress.report({ increment: percentage - last, message: `${percentage} %` });
      last = percentage;
    };
    try {
      await server.scan(report, token);
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
    }
  });
}

/** A policy is written once: one that is there is opened as it is. It can be undone like anything typed. */
async function createPolicy(server: Server): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) return;
  const title = vscode.l10n.t('Writing a policy from the code');
  const proposed = await waiting(title, (token) => server.proposePolicy(folder.uri, token));
  if (!proposed) return;
  const uri = vscode.Uri.parse(proposed.uri);
  if (!proposed.exists) {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { contents: Buffer.from(proposed.text), ignoreIfExists: true });
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(uri);
}

function waiting<T>(title: string, work: (token: vscode.CancellationToken) => Promise<T>): Thenable<T | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    try {
      return await work(token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

/** A node of the tree, the plain data of a link, or what the cursor stands on. */
function chosenFinding(given: unknown): Finding | undefined {
  const { finding, uri, line, character, rule } = (given ?? {}) as Partial<Given>;
  if (finding) return finding;
  if (uri !== undefined) {
    const at = new vscode.Position(line ?? 0, character ?? 0);
    return findingsOf(vscode.Uri.parse(uri)).find((each) => each.rule === rule && each.range.start.isEqual(at));
  }
  const editor = vscode.window.activeTextEditor;
  return editor && findingsAt(editor.document.uri, editor.selection.active)[0];
}

interface Given {
  finding: Finding;
  uri: string;
  line: number;
  character: number;
  rule: string;
}

function chosenRule(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  return (given as { rule?: string } | undefined)?.rule ?? chosenFinding(given)?.rule;
}

async function pickedRule(server: Server): Promise<string | undefined> {
  const rules = [...(await server.rules()).values()];
  const items = rules.map(({ id, title, value }) => ({ label: id, description: value, detail: title }));
  const placeHolder = vscode.l10n.t('Which rule?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
}

const tell = (words: string): void => void vscode.window.showInformationMessage(words);
