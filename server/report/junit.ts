/**
 * JUnit XML as build servers read it: a suite per file, a failed test per finding. A clean run holds one test that passed,
 * because an empty file is an error to some of them.
 */
import { byFile, type Format, type Report, type ReportedFinding } from './report';
import { xml } from './xml';

export const junit: Format = (report) => {
  const suites = report.findings.length ? [...byFile(report.findings)].map(suite) : [passed(report)];
  const { length } = report.findings;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="data-ethics" tests="${Math.max(1, length)}" failures="${length}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
};

function suite([path, findings]: [string, ReportedFinding[]]): string {
  const { length } = findings;
  return [
    `  <testsuite name="${xml(path)}" tests="${length}" failures="${length}" errors="0" skipped="0">`,
    ...findings.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase({ at, rule, severity, message, hint }: ReportedFinding): string {
  const place = `${at.path}:${at.line}:${at.column}`;
  return [
    `    <testcase name="${xml(`${rule} ${at.line}:${at.column}`)}" classname="${xml(at.path)}" file="${xml(at.path)}" line="${at.line}">`,
    `      <failure type="${severity}" message="${xml(message)}">${xml(`${place} ${hint}`.trim())}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function passed({ files }: Report): string {
  return [
    '  <testsuite name="data-ethics" tests="1" failures="0" errors="0" skipped="0">',
    `    <testcase name="no findings in ${files.analysed} files" classname="data-ethics"/>`,
    '  </testsuite>',
  ].join('\n');
}
