/** What the project holds about people: each category with the places where it comes in, is read, is kept, and goes. */
import * as vscode from 'vscode';
import type { FolderInventory, HeldCategory, Spot } from '../../server/lsp/messages';
import { longPlace, openCommand, shortPlace } from '../documents';
import type { Server } from '../server';
import { keptName, stateName } from './words';

interface Node {
  label: string;
  description?: string;
  tooltip?: string;
  icon: string;
  spot?: Spot;
  children: Node[];
}

export interface InventoryView extends vscode.Disposable {
  refresh(): void;
}

export function createInventoryView(server: Server): InventoryView {
  const changed = new vscode.EventEmitter<void>();
  let asked: vscode.CancellationTokenSource | undefined;
  let isStale = false;
  const load = async (): Promise<Node[]> => {
    asked?.cancel();
    asked = new vscode.CancellationTokenSource();
    isStale = false;
    try {
      return nodesOf(await server.inventory(asked.token));
    } catch {
      // The server is not there yet, or somebody asked again: it tells when there is something to ask for.
      isStale = true;
      return [];
    }
  };
  const tree = vscode.window.createTreeView<Node>('dataEthics.inventory', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (node) => node?.children ?? load(),
    },
  });
  const refresh = (): void => changed.fire();
  const parts = vscode.Disposable.from(
    tree,
    changed,
    // Saved, not typed: the audit looks at everything.
    vscode.workspace.onDidSaveTextDocument(() => (isStale = true)),
    server.onState(({ state }) => {
      if (state === 'ready' && isStale && tree.visible) refresh();
    }),
    tree.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) refresh();
    }),
  );
  return { refresh, dispose: () => parts.dispose() };
}

function nodesOf(folders: FolderInventory[]): Node[] {
  const nodes = folders.map(({ uri, categories }): Node => {
    const name = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))?.name ?? uri;
    return { label: name, icon: 'root-folder', children: categories.map(categoryNode) };
  });
  return nodes.length === 1 ? nodes[0]!.children : nodes;
}

function categoryNode({ title, special, purposes, retention, collected, read, stored, sent }: HeldCategory): Node {
  const point = (each: Spot & { words: string }): Node => placeNode(each.words, 'symbol-field', each);
  const kept = sent.filter(({ leaves }) => !leaves);
  const gone = sent.filter(({ leaves }) => leaves);
  const flow =
    (icon: string) =>
    (each: HeldCategory['sent'][number]): Node => {
      const to = each.leaves ? each.to : keptName(each.to);
      return placeNode(`${each.words} → ${to}`, icon, each, stateName(each.state));
    };
  const parts: Node[] = [
    { label: vscode.l10n.t('Collected'), icon: 'sign-in', children: collected.map(point) },
    {
      label: vscode.l10n.t('Read'),
      icon: 'eye',
      description: String(read.count),
      children: read.files.map(fileNode),
    },
    { label: vscode.l10n.t('Stored'), icon: 'database', children: [...stored.map(point), ...kept.map(flow('save'))] },
    { label: vscode.l10n.t('Sent'), icon: 'sign-out', children: gone.map(flow('arrow-right')) },
  ];
  const shown = parts.filter(({ children }) => children.length > 0);
  const why = purposes.length > 0 ? purposes.join(', ') : vscode.l10n.t('no purpose is written down');
  const long = retention || vscode.l10n.t('no end is written down');
  const kind = special ? [vscode.l10n.t('Of a kind that harms people when it gets out.')] : [];
  return {
    label: title,
    icon: special ? 'shield' : 'person',
    description: shown.map((part) => `${part.label.toLocaleLowerCase()} ${part.description ?? part.children.length}`).join(' · '),
    tooltip: [title, ...kind, vscode.l10n.t('Purpose: {0}', why), vscode.l10n.t('Kept: {0}', long)].join('\n\n'),
    children: shown.map((part) => ({ ...part, description: part.description ?? String(part.children.length) })),
  };
}

function fileNode({ uri, count }: HeldCategory['read']['files'][number]): Node {
  const start = { line: 0, character: 0 };
  const label = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return { label, icon: 'file', spot: { uri, range: { start, end: start } }, description: String(count), children: [] };
}

function placeNode(label: string, icon: string, spot: Spot, description?: string): Node {
  const place = shortPlace(uriOf(spot), rangeOf(spot));
  const words = description === undefined ? place : [description, place].filter(Boolean).join(' · ');
  return { label, icon, spot, description: description === '' ? '' : words, children: [] };
}

function itemOf({ label, description, tooltip, icon, spot, children }: Node): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children.length > 0 ? Collapsed : None);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = description;
  item.tooltip = tooltip ?? (spot && longPlace(uriOf(spot), rangeOf(spot)));
  item.command = spot && openCommand(uriOf(spot), rangeOf(spot));
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

const uriOf = ({ uri }: Spot): vscode.Uri => vscode.Uri.parse(uri);
const rangeOf = ({ range: { start, end } }: Spot): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
