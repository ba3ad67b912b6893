/** Answers to what our own extension asks beyond the protocol: pages of rules, the data audit, and documents made from it. */
import { ResponseError, LSPErrorCodes, type CancellationToken, type Connection } from 'vscode-languageserver';
import { NO_ANSWERS, policyFile } from '../documents/policy/file';
import { proposalOf } from '../documents/policy/proposal';
import { pageHtml } from '../documents/page/html';
import { reportPage } from '../documents/report/page';
import { rowsOf, type Row } from '../documents/inventory/rows';
import { CONFIG_NAME } from '../engine/policy';
import type { Place } from '../engine/rule';
import { rulePage, shownRules } from '../report/docs';
import type { Audit } from '../session';
import { VERSION } from '../session/version';
import { rules } from '../../rules';
import {
  INVENTORY,
  PROPOSE_POLICY,
  REPORT,
  RULE_PAGE,
  RULES,
  type FolderInventory,
  type HeldCategory,
  type ProposedPolicy,
  type RuleSummary,
  type Spot,
} from './messages';
import { rangesOf, type Project } from './projects';
import { Stopped } from './runs';
import type { Workspace } from './workspace';

export function answerExtension(connection: Connection, current: () => Promise<Workspace>): void {
  const summaries = rules.map(({ id, title, value, severity, preset }): RuleSummary => ({ id, title, value, severity, preset }));
  connection.onRequest(RULES, () => summaries);
  connection.onRequest(RULE_PAGE, async ({ rule: id }: { rule: string }) => {
    const { projects } = await current();
    const namesLaws = projects.every(({ session }) => session.namesLaws);
    const rule = shownRules(rules, namesLaws).find((each) => each.id === id);
    return rule ? rulePage(rule) : null;
  });
  connection.onRequest(INVENTORY, (_: unknown, token: CancellationToken) =>
    undisturbed(current, token, async ({ projects }) => {
      const folders: FolderInventory[] = [];
      for (const project of projects) {
        const audit = await project.session.inventory();
        const categories = rowsOf(audit).rows.map((row) => heldOf(project, audit, row));
        folders.push({ uri: project.uriOf(project.scope), categories });
      }
      return folders;
    }),
  );
  connection.onRequest(REPORT, ({ uri }: { uri: string }, token: CancellationToken) =>
    undisturbed(current, token, async ({ projectOf }) => {
      const project = projectOf(uri);
      if (!project) return null;
      const audit = await project.session.inventory();
      const rangeOf = rangesOf(project);
      const shown = (place: Place): string => `${place.path}:${rangeOf(place).start.line + 1}`;
      const policy = audit.policies.includes(CONFIG_NAME) ? CONFIG_NAME : (audit.policies[0] ?? '');
      const shownHere = shownRules(rules, project.session.namesLaws);
      const { text } = project.session;
      return pageHtml(reportPage({ audit, policy, rules: shownHere, version: VERSION, shown, text, isPublic: false }));
    }),
  );
  connection.onRequest(PROPOSE_POLICY, ({ uri }: { uri: string }, token: CancellationToken) =>
    undisturbed(current, token, async ({ projectOf }): Promise<ProposedPolicy | null> => {
      const project = projectOf(uri);
      if (!project) return null;
      const place = { uri: project.uriOf(CONFIG_NAME) };
      const there = project.session.text(CONFIG_NAME);
      if (there !== '') return { ...place, exists: true, text: there };
      const proposal = proposalOf(await project.session.inventory(), CONFIG_NAME);
      return { ...place, exists: false, text: policyFile(proposal, NO_ANSWERS) };
    }),
  );
}

/** Work that texts or settings overtake begins anew after the whole run that follows them. */
async function undisturbed<T>(
  current: () => Promise<Workspace>,
  token: CancellationToken,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  for (;;) {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Nobody waits for it any more.');
    const workspace = await current();
    try {
      return await work(workspace);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await Promise.race([workspace.next(), new Promise((resolve) => token.onCancellationRequested(resolve))]);
    }
  }
}

function heldOf(project: Project, { inventory }: Audit, { holding, purposes, retention }: Row): HeldCategory {
  const rangeOf = rangesOf(project);
  const spot = (at: Place): Spot => ({ uri: project.uriOf(at.path), range: rangeOf(at) });
  const { category: id, title, special, collected, stored, reads, sent } = holding;
  return {
    id,
    title,
    special,
    purposes,
    retention,
    collected: collected.map(({ at, words }) => ({ ...spot(at), words })),
    stored: stored.map(({ at, words }) => ({ ...spot(at), words })),
    read: { count: reads.count, files: reads.files.map(({ path, count }) => ({ uri: project.uriOf(path), count })) },
    sent: sent.map(({ at, words, state, kind, recipient }) => {
      const to = recipient < 0 ? kind : inventory.recipients[recipient]!.name;
      return { ...spot(at), words, state, to, leaves: kind === 'recipient' };
    }),
  };
}
