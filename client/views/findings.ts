/** The tree of findings: by principle, rule or file, whichever question somebody has. */
import * as vscode from 'vscode';
import type { RuleSummary } from '../../server/lsp/messages';
import { openCommand, shortPlace } from '../documents';
import type { Finding, Findings } from '../findings';
import type { Server } from '../server';
import { principleName, PRINCIPLES, principleIcon, severityIcon, severityName } from './words';

export const GROUPINGS = ['principle', 'rule', 'file'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A row shows what tells a finding from its neighbours first, since the end of a long row is cut off. */
export type Node = Group | { finding: Finding; label: string; description: string };

interface Group {
  label: string;
  icon: vscode.ThemeIcon;
  /** A group that is a file shows as one. */
  uri?: vscode.Uri;
  /** A group that is a rule can be explained. */
  rule?: string;
  children: Node[];
}

export interface FindingsView extends vscode.Disposable {
  group(by: Grouping): void;
  /** What somebody has picked in the tree. */
  onDidPick: vscode.Event<Finding>;
}

const KEY = 'dataEthics.grouping';

export function createFindingsView(findings: Findings, server: Server, memory: vscode.Memento): FindingsView {
  const changed = new vscode.EventEmitter<void>();
  const picked = new vscode.EventEmitter<Finding>();
  let grouping = memory.get<Grouping>(KEY, 'principle');
  const tree = vscode.window.createTreeView<Node>('dataEthics.findings', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: async (node) =>
        node ? ('finding' in node ? [] : node.children) : groupsOf(findings.all(), grouping, await server.rules()),
    },
  });
  const setGrouping = (by: Grouping): void => {
    grouping = by;
    tree.description = {
      principle: vscode.l10n.t('by principle'),
      rule: vscode.l10n.t('by rule'),
      file: vscode.l10n.t('by file'),
    }[by];
    void vscode.commands.executeCommand('setContext', KEY, by);
    void memory.update(KEY, by);
    changed.fire();
  };
  setGrouping(grouping);
  const parts = vscode.Disposable.from(
    tree,
    changed,
    picked,
    findings.onDidChange(() => changed.fire()),
    tree.onDidChangeSelection(({ selection: [node] }) => {
      if (node && 'finding' in node) picked.fire(node.finding);
    }),
  );
  return { group: setGrouping, onDidPick: picked.event, dispose: () => parts.dispose() };
}

export function groupsOf(findings: Finding[], grouping: Grouping, rules: Map<string, RuleSummary>): Node[] {
  const worstFirst = [...findings].sort((one, two) => one.severity - two.severity);
  if (grouping === 'file') return filesOf(findings);
  if (grouping === 'rule') return rulesOf(worstFirst, rules);
  return PRINCIPLES.flatMap((principle): Node[] => {
    const own = worstFirst.filter(({ rule }) => rules.get(rule)?.value === principle);
    if (own.length === 0) return [];
    const children = rulesOf(own, rules).map((group) => (group.children.length === 1 ? onlyOf(group) : group));
    return [{ label: principleName(principle), icon: principleIcon(principle), children }];
  });
}

/** A rule that found one thing only is no level of its own. */
function onlyOf({ label, children: [only] }: Group): Node {
  const { finding } = only as Extract<Node, { finding: Finding }>;
  return { finding, label, description: shortPlace(finding.uri, finding.range) };
}

function rulesOf(findings: Finding[], rules: Map<string, RuleSummary>): Group[] {
  const groups = groupBy(findings, ({ rule }) => rule);
  return [...groups].map(([rule, own]) => ({
    label: rules.get(rule)?.title ?? rule,
    icon: severityIcon(own[0]!.severity),
    rule,
    children: own.map((finding) => ({
      finding,
      label: shortPlace(finding.uri, finding.range),
      description: finding.message,
    })),
  }));
}

function filesOf(findings: Finding[]): Group[] {
  return [...groupBy(findings, ({ uri }) => uri.toString()).values()].map((own) => ({
    label: own[0]!.uri.path.split('/').at(-1)!,
    icon: vscode.ThemeIcon.File,
    uri: own[0]!.uri,
    children: own.map((finding) => ({
      finding,
      label: vscode.l10n.t('line {0}', finding.range.start.line + 1),
      description: finding.message,
    })),
  }));
}

function itemOf(node: Node): vscode.TreeItem {
  if ('finding' in node) return findingItem(node);
  const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
  const count = countOf(node);
  item.iconPath = node.icon;
  item.resourceUri = node.uri;
  // Files have the count that the editor gives them.
  item.description = node.uri ? folderOf(node.uri) : String(count);
  item.contextValue = node.rule ? 'rule' : 'group';
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1} findings', node.label, count) };
  return item;
}

function findingItem({ finding, label, description }: Extract<Node, { finding: Finding }>): vscode.TreeItem {
  const { message, hint, severity, uri, range, rule } = finding;
  const item = new vscode.TreeItem(label);
  const place = shortPlace(uri, range);
  item.iconPath = severityIcon(severity);
  item.description = description;
  item.tooltip = [message, hint, `${place} · ${rule}`].filter(Boolean).join('\n\n');
  item.command = openCommand(uri, range);
  item.contextValue = 'finding';
  item.accessibilityInformation = { label: `${severityName(severity)}: ${message} ${place}` };
  return item;
}

const countOf = (node: Node): number => ('finding' in node ? 1 : node.children.reduce((sum, child) => sum + countOf(child), 0));

function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
