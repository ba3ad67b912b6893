import { describe, expect, test } from 'vitest';
import type { CommentIR } from '../server/engine/ir';
import type { RuleSetting } from '../server/engine/policy';
import type { Finding } from '../server/engine/rule';
import type { Exceptions } from '../server/engine/rule/policy';
import { applied } from '../server/engine/policy/declared';
import { suppress } from '../server/engine/suppress';

const ids = ['pii-in-logs', 'pii-in-url', 'expired-exception'];

/** Every `LOG(…)` is a finding of pii-in-logs, every `URL(…)` one of pii-in-url. */
function run(
  text: string,
  options: { today?: string; rules?: Record<string, RuleSetting['severity']>; exceptions?: Exceptions } = {},
) {
  const rules = new Map(
    ids.map((id) => [id, { severity: options.rules?.[id] ?? ('warning' as const), options: {}, given: false }]),
  );
  const findings = [...text.matchAll(/\b(LOG|URL)\([^)]*\)/g)].map((match) =>
    finding(match[1] === 'LOG' ? ids[0]! : ids[1]!, match.index, match[0]),
  );
  const result = suppress({
    path: 'a.ts',
    text,
    comments: commentsOf(text),
    findings,
    rules,
    exceptions: options.exceptions ?? {},
    today: options.today ?? '2026-11-23',
  });
  return {
    kept: result.kept.map(({ at }) => text.slice(at.start, at.end)),
    suppressed: result.suppressed.map(({ finding: { at }, reason, until }) => [text.slice(at.start, at.end), reason, until]),
    problems: result.problems.map(({ kind }) => kind),
    messages: result.problems.map(({ message }) => message),
    hints: result.problems.map(({ hint }) => hint),
    severities: result.problems.map(({ severity }) => severity),
    fixed: result.problems.map(({ fixes = [] }) => fixes.map((fix) => [fix.title, applied(text, fix.edits)])),
  };
}

function finding(rule: string, start: number, code: string): Finding {
  const at = { path: 'a.ts', start, end: start + code.length };
  const fixed = {
    severity: 'warning',
    confidence: 'high',
    path: [],
    hint: '',
    kind: 'field',
    categories: [],
    symbol: 'f',
  } as const;
  return { ...fixed, rule, at, extent: at, message: code, path: [], categories: [] };
}

function commentsOf(text: string): CommentIR[] {
  return [...text.matchAll(/\/\/([^\n]*)|\/\*([\s\S]*?)\*\//g)].map((match) => {
    const start = match.index;
    const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
    return {
      text: match[1] ?? match[2]!,
      start,
      end: start + match[0].length,
      trailing: match[1] !== undefined && /\S/.test(before),
    };
  });
}

describe('the next line', () => {
  test('is covered, with the reason', () => {
    const result = run('// data-ethics-disable-next-line pii-in-logs -- fraud audit, SEC-112\nLOG(a)\nLOG(b)');
    expect(result).toMatchObject({ kept: ['LOG(b)'], suppressed: [['LOG(a)', 'fraud audit, SEC-112', '']], problems: [] });
  });

  test('the word "reason:" is not part of the reason, and the end is read', () => {
    const result = run('// data-ethics-disable-next-line pii-in-logs -- reason: legal hold -- until 2027-03-31\nLOG(a)');
    expect(result.suppressed).toEqual([['LOG(a)', 'legal hold', '2027-03-31']]);
  });

  test('is the next line of code: blank lines and comments are stepped over', () => {
    const result = run('// data-ethics-disable-next-line pii-in-logs -- why\n\n// a word\n/* and\n another */\nLOG(a)');
    expect(result).toMatchObject({ kept: [], problems: [] });
  });

  test('covers a statement that begins there, however long', () => {
    const result = run('// data-ethics-disable-next-line pii-in-logs -- why\nLOG(a,\n  b)');
    expect(result.kept).toEqual([]);
  });

  test('covers only the rules named', () => {
    const result = run('// data-ethics-disable-next-line pii-in-logs -- why\nLOG(a); URL(b)');
    expect(result).toMatchObject({ kept: ['URL(b)'], problems: [] });
  });

  test('several rules, separated by commas', () => {
    expect(run('// data-ethics-disable-next-line pii-in-logs, pii-in-url -- why\nLOG(a); URL(b)')).toMatchObject({
      kept: [],
      problems: [],
    });
  });

  test('works from a comment in markup', () => {
    expect(run('<p>\n  {/* data-ethics-disable-next-line pii-in-logs -- why */}\n  {LOG(a)}\n</p>').kept).toEqual([]);
  });
});

describe('a directive that is none', () => {
  test.each([
    ['disable-nextline pii-in-logs -- why', 'disable-next-line'],
    ['disable-next pii-in-logs -- why', 'disable-next-line'],
    ['disable-next-line: pii-in-logs -- why', 'disable-next-line'],
    ['Disable-Next-Line pii-in-logs -- why', 'disable-next-line'],
    ['disabled pii-in-logs', 'disable'],
    ['disbale-line pii-in-logs', 'disable-line'],
    ['ignore pii-in-logs -- why', 'disable-next-line'],
    ['ignore', 'disable-next-line'],
    ['ignore-file pii-in-logs -- why', 'disable-file'],
    ['suppress-next-line pii-in-logs -- why', 'disable-next-line'],
    ['enabel pii-in-logs', 'enable'],
  ])('%s', (written, meant) => {
    const result = run(`// data-ethics-${written}\nLOG(a)`);
    expect(result).toMatchObject({ kept: ['LOG(a)'], problems: ['misspelt'] });
    expect(result.hints).toEqual([`Write \`data-ethics-${meant}\`, or remove the comment.`]);
  });

  test.each(['policy pii-in-logs', 'report.json is written here', 'ignore what the logger of this file does', 'board'])(
    'words about us are none: %s',
    (written) => expect(run(`// data-ethics-${written}\nLOG(a)`)).toMatchObject({ kept: ['LOG(a)'], problems: [] }),
  );
});

describe('other forms', () => {
  test('the same line', () => {
    expect(run('LOG(a) // data-ethics-disable-line pii-in-logs -- why\nLOG(b)').kept).toEqual(['LOG(b)']);
  });

  test('a trailing disable is meant for its line', () => {
    expect(run('LOG(a) // data-ethics-disable pii-in-logs -- why\nLOG(b)').kept).toEqual(['LOG(b)']);
  });

  test('the last line of a long statement', () => {
    expect(run('LOG(a,\n  b) // data-ethics-disable-line pii-in-logs -- why').kept).toEqual([]);
  });

  test('a block ends where it is enabled again', () => {
    const text =
      'LOG(a)\n/* data-ethics-disable pii-in-logs -- why */\nLOG(b)\nURL(c)\n/* data-ethics-enable pii-in-logs */\nLOG(d)';
    expect(run(text)).toMatchObject({ kept: ['LOG(a)', 'URL(c)', 'LOG(d)'], problems: [] });
  });

  test('enable of another rule does not end it', () => {
    expect(run('// data-ethics-disable pii-in-logs -- why\n// data-ethics-enable pii-in-url\nLOG(b)').kept).toEqual([]);
  });

  test('a file', () => {
    expect(run('LOG(a)\n// data-ethics-disable-file pii-in-logs -- generated by us\nLOG(b)').kept).toEqual([]);
  });
});

describe('a suppression that does not hold', () => {
  test.each([
    ['no-reason', '// data-ethics-disable-next-line pii-in-logs\nLOG(a)'],
    ['no-reason', '// data-ethics-disable-next-line pii-in-logs -- \nLOG(a)'],
    ['no-reason', '// data-ethics-disable-next-line pii-in-logs -- reason:\nLOG(a)'],
    ['no-reason', '// data-ethics-disable-next-line pii-in-logs -- until 2027-01-01\nLOG(a)'],
    ['no-reason', '// data-ethics-disable-next-line pii-in-logs because of the audit\nLOG(a)'],
    ['expired', '// data-ethics-disable-next-line pii-in-logs -- why -- until 2026-11-22\nLOG(a)'],
    ['expired', '// data-ethics-disable-next-line pii-in-logs -- why -- until next year\nLOG(a)'],
    ['expired', '// data-ethics-disable-next-line pii-in-logs -- why -- until 2027-02-30\nLOG(a)'],
    ['unknown-rule', '// data-ethics-disable-next-line pii-in-lgos -- why\nLOG(a)'],
    ['unknown-rule', '// data-ethics-disable-next-line -- why\nLOG(a)'],
    ['unused', '// data-ethics-disable-next-line pii-in-url -- why\nLOG(a)'],
  ])('%s: %s', (kind, text) => {
    expect(run(text)).toMatchObject({ kept: ['LOG(a)'], suppressed: [], problems: [kind] });
  });

  test('holds on its last day', () => {
    expect(run('// data-ethics-disable-next-line pii-in-logs -- why -- until 2026-11-23\nLOG(a)').problems).toEqual([]);
  });

  test('the nearest rule is named', () => {
    expect(run('// data-ethics-disable-next-line pii-in-lgos -- why\nLOG(a)').messages[0]).toContain(
      "Did you mean 'pii-in-logs'?",
    );
  });

  test('a known rule beside an unknown one still holds', () => {
    expect(run('// data-ethics-disable-next-line pii-in-logs, nope-rule -- why\nLOG(a)')).toMatchObject({
      kept: [],
      problems: ['unknown-rule'],
    });
  });

  test('a rule that is off is not called unused', () => {
    expect(run('// data-ethics-disable-next-line pii-in-url -- why\nx()', { rules: { 'pii-in-url': 'off' } }).problems).toEqual(
      [],
    );
  });

  test('nothing is said when the rule expired-exception is off, but nothing is suppressed either', () => {
    const result = run('// data-ethics-disable-next-line pii-in-logs\nLOG(a)', { rules: { 'expired-exception': 'off' } });
    expect(result).toMatchObject({ kept: ['LOG(a)'], problems: [] });
  });
});

test.each([
  '// see the docs on data-ethics-disable\nLOG(a)',
  '// data-ethics-disable comments need a reason\nLOG(a)',
  '// data-ethics-disabled code stands below\nLOG(a)',
])('prose is not a directive: %s', (text) => {
  expect(run(text)).toMatchObject({ kept: ['LOG(a)'], problems: [] });
});

describe('what a policy asks of exceptions', () => {
  const LINE = '// data-ethics-disable-next-line pii-in-logs -- reason: legal hold\nLOG(a)';

  test('an end, and the fix writes one in 90 days', () => {
    const { problems, suppressed, fixed } = run(LINE, { exceptions: { requireExpiry: true } });
    expect(problems).toEqual(['no-expiry']);
    expect(suppressed).toHaveLength(1);
    expect(fixed[0]).toEqual([
      ['End it on 2027-02-21', '// data-ethics-disable-next-line pii-in-logs -- reason: legal hold -- until 2027-02-21\nLOG(a)'],
    ]);
  });

  test('an end that is not too far away', () => {
    const text = LINE.replace('hold', 'hold -- until 2028-01-31');
    expect(run(text, { exceptions: { longest: '12 months' } }).problems).toEqual(['too-long']);
    expect(run(text, { exceptions: { longest: '2 years' } }).problems).toEqual([]);
  });

  test('somebody who agreed, who is no part of the reason', () => {
    expect(run(LINE, { exceptions: { requireApprover: true } }).problems).toEqual(['no-approver']);
    const approved = run(LINE.replace('hold', 'hold -- approved by: Mara'), { exceptions: { requireApprover: true } });
    expect(approved.problems).toEqual([]);
    expect(approved.suppressed).toEqual([['LOG(a)', 'legal hold', '']]);
  });

  test('30 days after its end an exception is an error, unless somebody set a severity', () => {
    const ended = (until: string) => run(LINE.replace('hold', `hold -- until ${until}`)).severities;
    expect(ended('2026-10-25')).toEqual(['warning']);
    expect(ended('2026-10-23')).toEqual(['error']);
  });

  test('a whole file may not be excepted from an error', () => {
    const whole = '// data-ethics-disable-file pii-in-logs -- reason: legal hold\nLOG(a)';
    expect(run(whole, { rules: { 'pii-in-logs': 'error' } }).problems).toEqual(['blanket']);
    expect(run(whole).problems).toEqual([]);
  });

  test('the ways out of an exception that ran out: remove the line, or give a new day', () => {
    const { fixed } = run('LOG(b)\n  // data-ethics-disable-next-line pii-in-logs -- reason: x -- until 2026-11-01\n  LOG(a)\n');
    expect(fixed[0]).toEqual([
      ['Remove the suppression', 'LOG(b)\n  LOG(a)\n'],
      [
        'Extend it to 2027-02-21, and say why it still holds',
        'LOG(b)\n  // data-ethics-disable-next-line pii-in-logs -- reason: x -- until 2027-02-21\n  LOG(a)\n',
      ],
    ]);
  });
});
