/** What the engine believes about a name, and what a finding means, in words. */
import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Finding } from '../engine/rule';
import { docsUrl } from '../report/docs';
import type { Session } from '../session';
import { VERSION } from '../session/version';
import { rules } from '../../rules';
import { rangesOf, type Project } from './projects';

type Description = NonNullable<Awaited<ReturnType<Session['describe']>>>;

/** @param repeats message, way and page of a finding are part of the hover */
export async function hoverAt(project: Project, path: string, offset: number, repeats = true): Promise<Hover | undefined> {
  const described = await project.session.describe(path, offset);
  if (!described) return undefined;
  const blocks = [...described.findings.map((finding) => findingWords(project, finding, repeats)), nameWords(project, described)];
  const value = blocks.filter(Boolean).join('\n\n---\n\n');
  if (!value) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangesOf(project)(described.at) };
}

function findingWords(project: Project, { rule: id, message, hint, path }: Finding, repeats: boolean): string {
  const rule = rules.find((each) => each.id === id);
  const link = linker(project);
  const steps = path.map((step, index) => `${index + 1}. ${escaped(step.words)} (${link(step.at)})`);
  return [
    ...(repeats ? [`**${escaped(message)}**`, escaped(hint)] : []),
    rule ? escaped(rule.why) : '',
    repeats && steps.length ? `The way it takes:\n${steps.join('\n')}` : '',
    rule?.fixes.length ? `Ways out:\n${rule.fixes.map((fix) => `- ${escaped(fix)}`).join('\n')}` : '',
    repeats ? `[${id}](${docsUrl(id, VERSION)})` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const CERTAINTY = { certain: 'is', likely: 'is probably', possible: 'may be' };

function nameWords(project: Project, { name, category, owner, declared, members, goes, policy }: Description): string {
  if (!category && members.length === 0) return '';
  const link = linker(project);
  const special = category?.special ? ', of a kind that harms people when it gets out' : '';
  const sure = category ? CERTAINTY[category.strength] : '';
  const what = category
    ? `\`${name}\` ${sure} personal data: ${escaped(category.title)}${owner ? ` of \`${owner}\`` : ''}${special}.`
    : `\`${name}\` is a record about a person. It holds ${members.map((each) => `\`${each.name}\` (${escaped(each.title)})`).join(', ')}.`;
  const where = declared ? `Declared in ${link(declared)}.` : '';
  const ways = goes.map(({ to, vendor, state, at }) => {
    const kept = state === 'raw' ? 'as it is' : state;
    return `- to \`${to}\`${vendor ? ` (${escaped(vendor)})` : ''}, ${kept}: ${link(at)}`;
  });
  return [what, where, policy ? policyWords(policy) : '', ways.length ? `It goes from here:\n${ways.join('\n')}` : '']
    .filter(Boolean)
    .join('\n\n');
}

function policyWords({ path, purposes, retention, owner }: NonNullable<Description['policy']>): string {
  const why = purposes.map(({ id, why: words }) => (words ? `\`${id}\` (${escaped(words)})` : `\`${id}\``));
  const said = [
    why.length ? `held for ${why.join(', ')}` : 'no purpose is given',
    retention ? `kept ${/^until/.test(retention) ? '' : 'for '}${escaped(retention)}` : 'no retention is given',
    owner ? `${escaped(owner)} answers for it` : '',
  ];
  return `By \`${path}\`: ${said.filter(Boolean).join('; ')}.`;
}

function linker(project: Project): (place: Finding['at']) => string {
  const rangeOf = rangesOf(project);
  return (place) => {
    const line = rangeOf(place).start.line + 1;
    return `[${place.path}:${line}](${project.uriOf(place.path)}#L${line})`;
  };
}

/** Sentences of ours are no markup. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
