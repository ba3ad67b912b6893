/** The way of the data of one finding, step by step. */
import * as vscode from 'vscode';
import { longPlace, openCommand, shortPlace } from '../documents';
import type { Finding, Step } from '../findings';

export interface PathsView extends vscode.Disposable {
  show(finding: Finding): void;
  /** Puts the view in front. */
  focus(): Thenable<unknown>;
}

interface Numbered {
  step: Step;
  index: number;
  count: number;
}

export function createPathsView(): PathsView {
  const changed = new vscode.EventEmitter<void>();
  let shown: Finding | undefined;
  const tree = vscode.window.createTreeView<Numbered>('dataEthics.paths', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (node) => (node || !shown ? [] : stepsOf(shown)),
    },
  });
  return {
    show(finding) {
      shown = finding;
      tree.message = finding.message;
      tree.description = finding.rule;
      changed.fire();
    },
    focus: () => vscode.commands.executeCommand('dataEthics.paths.focus'),
    dispose: () => vscode.Disposable.from(tree, changed).dispose(),
  };
}

/** What a file alone tells has no way to it: its one step is the place. */
function stepsOf({ steps, uri, range, message }: Finding): Numbered[] {
  const all = steps.length > 0 ? steps : [{ words: message, uri, range }];
  return all.map((step, index) => ({ step, index, count: all.length }));
}

function itemOf({ step: { words, uri, range }, index, count }: Numbered): vscode.TreeItem {
  const item = new vscode.TreeItem(words);
  item.iconPath = new vscode.ThemeIcon(index === count - 1 ? 'target' : index === 0 ? 'record' : 'arrow-down');
  item.description = shortPlace(uri, range);
  item.tooltip = longPlace(uri, range);
  item.command = openCommand(uri, range);
  item.accessibilityInformation = {
    label: vscode.l10n.t('Step {0} of {1}: {2}, {3}', index + 1, count, words, longPlace(uri, range)),
  };
  return item;
}
