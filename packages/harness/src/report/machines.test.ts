import { expect, test } from 'vitest'
import type { Case } from './case.ts'
import { githubCommands, githubSummary, withoutCommands } from './github.ts'
import { junitXml } from './junit.ts'
import { tapText } from './tap.ts'

const named = (name: string, outcome: Case['outcome'], more: Partial<Case> = {}): Case => {
  return { suite: 'a.yaml', name, outcome, message: '', text: '', seconds: 0.5, ...more }
}

const CASES: readonly Case[] = [
  named('a.yaml: good', 'passed'),
  named('a.yaml: bad', 'failed', {
    message: 'title: expected "A", found "B"',
    text: 'line 1\nline 2',
    file: 'a.yaml',
    line: 41,
  }),
  named('a.yaml: empty', 'unproven', { message: 'The file expects nothing' }),
  named('a.yaml: left out', 'skipped', { message: 'the target does not do it #1' }),
  named('b.yaml', 'error', { suite: 'b.yaml', message: 'it does not load', file: 'b.yaml' }),
]

test('JUnit tells unproven from skipped, and has what failed as a message', () => {
  expect(junitXml(CASES)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="a.yaml" tests="4" failures="2" errors="0" skipped="1" time="2.000">
<testcase name="a.yaml: good" classname="a.yaml" time="0.500"/>
<testcase name="a.yaml: bad" classname="a.yaml" file="a.yaml" line="41" time="0.500"><failure type="failed" message="title: expected &quot;A&quot;, found &quot;B&quot;">line 1
line 2</failure></testcase>
<testcase name="a.yaml: empty" classname="a.yaml" time="0.500"><failure type="unproven" message="The file expects nothing"></failure></testcase>
<testcase name="a.yaml: left out" classname="a.yaml" time="0.500"><skipped message="the target does not do it #1"/></testcase>
</testsuite>
<testsuite name="b.yaml" tests="1" failures="0" errors="1" skipped="0" time="0.500">
<testcase name="b.yaml" classname="b.yaml" file="b.yaml" time="0.500"><error type="error" message="it does not load"></error></testcase>
</testsuite>
</testsuites>
`)
})

test('TAP counts all of them, skips what was skipped, and diagnoses what is not ok', () => {
  expect(tapText(CASES)).toBe(`TAP version 14
1..5
ok 1 - a.yaml: good
not ok 2 - a.yaml: bad
  ---
  outcome: "failed"
  message: "title: expected \\"A\\", found \\"B\\""
  file: "a.yaml"
  line: 41
  text: "line 1\\nline 2"
  ...
not ok 3 - a.yaml: empty
  ---
  outcome: "unproven"
  message: "The file expects nothing"
  text: ""
  ...
ok 4 - a.yaml: left out # SKIP the target does not do it \\#1
not ok 5 - b.yaml
  ---
  outcome: "error"
  message: "it does not load"
  file: "b.yaml"
  text: ""
  ...
`)
})

test('GitHub is told file and line; unproven is a warning', () => {
  expect(githubCommands(CASES)).toBe(
    [
      '::error file=a.yaml,line=41,title=a.yaml%3A bad::title: expected "A", found "B"%0A%0Aline 1%0Aline 2',
      '::warning title=a.yaml%3A empty (unproven)::The file expects nothing',
      '::error file=b.yaml,title=b.yaml::it does not load',
      '',
    ].join('\n'),
  )
})

const HOSTILE =
  '\n::error file=x::mine\r\n::set-output name=a::b %0A, `` ``` | <img src=x onerror=alert(1)> [a](javascript:b)'

test('what an endpoint answers is no command, no property and no markup', () => {
  const hostile = [named(HOSTILE, 'failed', { message: HOSTILE, text: HOSTILE, file: 'a,b:c.yaml' })]
  const commands = githubCommands(hostile)
  expect(commands.trimEnd()).not.toContain('\n')
  expect(commands).toMatch(/^::error file=a%2Cb%3Ac\.yaml,title=%0A%3A%3Aerror file=x%3A%3Amine/)
  const summary = githubSummary('Head', [], hostile)
  expect(summary.replace(/````text[\s\S]*?````/, '')).not.toMatch(/<img|\]\(|\n::/)
  expect(summary).toContain('````text')
  expect(
    tapText(hostile)
      .split('\n')
      .filter((line) => /^(not )?ok|^Bail/.test(line)),
  ).toHaveLength(1)
})

test('nothing between the two lines is a command', () => {
  expect(withoutCommands('::error::x\n', 'abc')).toBe('::stop-commands::abc\n::error::x\n::abc::\n')
})

test('the summary has what did not pass in a table and in full, and what was skipped apart', () => {
  const summary = githubSummary('Scenarios: 3 of 5 did not pass', ['10 requests.'], CASES)
  expect(summary).toContain('## Scenarios: 3 of 5 did not pass')
  expect(summary).toContain('| a.yaml: bad | failed | title: expected "A", found "B" |')
  expect(summary).toContain('<summary>1 skipped</summary>')
  expect(summary).not.toContain('a.yaml: good')
})
