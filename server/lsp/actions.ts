/** Ways out as code actions. Each was tried by the session: after it the finding is gone. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../engine/rule';
import type { TextEdit } from '../engine/rule/fixes';
import { SOURCE } from './diagnostics';
import { rangesOf, type Project } from './projects';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.dataEthics`;

export interface EditAbilities {
  /** The cursor is put where a person writes on. */
  snippets: boolean;
  /** Versions of open documents by uri: an edit for a text that has changed meanwhile is refused. */
  versionOf(uri: string): number | null;
  exists(path: string): boolean;
}

/** Actions at a range, the preferred one of each finding first. */
export async function actionsAt(
  project: Project,
  path: string,
  { context, range }: CodeActionParams,
  offsetOf: (position: CodeActionParams['range']['start']) => number,
  abilities: EditAbilities,
): Promise<CodeAction[]> {
  const wants = (kind: string): boolean =>
    !context.only || context.only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const ways = await project.session.fixes(path, offsetOf(range.start), offsetOf(range.end));
    const led = new Set<Finding>();
    for (const { finding, fix } of ways) {
      const isPreferred = fix.kind === 'mend' && !led.has(finding);
      led.add(finding);
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        isPreferred: isPreferred || undefined,
        diagnostics: context.diagnostics.filter((diagnostic) => isOf(diagnostic, finding)),
        edit: editOf(project, fix.edits, abilities),
      });
    }
    actions.sort((one, two) => Number(two.isPreferred ?? false) - Number(one.isPreferred ?? false));
  }
  // Only when asked for by name: a menu of sources is no place to meet us.
  if (context.only && wants(FIX_ALL)) {
    const safe = (await project.session.safeFixes(path)).flatMap(({ fix }) => fix.edits);
    if (safe.length) {
      const title = 'Apply all fixes of Data Ethics that are safe without looking';
      actions.push({ title, kind: FIX_ALL, edit: editOf(project, safe, abilities) });
    }
  }
  return actions;
}

const isOf = ({ source, code, message }: Diagnostic, finding: Finding): boolean =>
  source === SOURCE && code === finding.rule && String(message).startsWith(finding.message);

function editOf(project: Project, edits: TextEdit[], { snippets, versionOf, exists }: EditAbilities): WorkspaceEdit {
  const rangeOf = rangesOf(project);
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const path of new Set(edits.map(({ at }) => at.path))) {
    const uri = project.uriOf(path);
    if (!exists(path)) changes.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    const own = edits.filter(({ at }) => at.path === path);
    changes.push({
      textDocument: { uri, version: versionOf(uri) },
      edits: own.map(({ at, text, hole }): TextDocumentEdit['edits'][number] => {
        const range = rangeOf(at);
        return snippets && hole
          ? { range, snippet: { kind: 'snippet', value: snippetOf(text, hole) } }
          : { range, newText: text };
      }),
    });
  }
  return { documentChanges: changes };
}

function snippetOf(text: string, [start, end]: [number, number]): string {
  const plain = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  const hole = end > start ? `\${1:${plain(text.slice(start, end))}}` : '$1';
  return `${plain(text.slice(0, start))}${hole}${plain(text.slice(end))}`;
}
