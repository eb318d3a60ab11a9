// The result for people: scenario, steps, expectations, time, requests; below a failure who, which attribute, expected and actual.

import { oneOfEach } from './one-of-each.ts'
import type { ExpectationResult, FailureResult, RunResult, ScenarioResult, StepResult } from './result.ts'
import { type SkipReason, skipText } from './skip-reason.ts'

export interface TreeStyle {
  green(text: string): string
  red(text: string): string
  yellow(text: string): string
  dim(text: string): string
  bold(text: string): string
}

const asIs = (text: string): string => text

export const PLAIN: TreeStyle = { green: asIs, red: asIs, yellow: asIs, dim: asIs, bold: asIs }

/** `all` shows every step; `brief` one line for a scenario that passed; `line` one for every scenario. */
export type TreeDetail = 'all' | 'brief' | 'line'

export function scenarioTree(result: ScenarioResult, detail: TreeDetail = 'all', style: TreeStyle = PLAIN): string {
  const head = scenarioHead(result, style)
  // What is left is told of each, in whatever detail; below a failure it stands among the failures.
  if (detail === 'line' && result.outcome === 'passed') return [head, ...leftLines(result, style)].join('\n')
  if (detail === 'line' && result.outcome !== 'skipped') return head
  if (result.outcome === 'rejected') return [head, indent(result.message ?? '', 2)].join('\n')
  if (detail === 'brief' && result.outcome === 'passed') return [head, ...leftLines(result, style)].join('\n')
  if (detail !== 'all' && result.outcome === 'skipped')
    return [head, indent(style.yellow(whySkipped(result)), 6), ...leftLines(result, style)].join('\n')
  return [
    head,
    ...(result.message === undefined ? [] : [indent(style.red(result.message), 2)]),
    ...stopLines(result, style),
    ...result.steps.filter((step) => !isAfterBreak(step)).flatMap((step) => stepLines(step, result.file, style)),
    ...notCarriedOut(result, style),
    ...result.expectations
      .filter((expectation) => !isAfterBreak(expectation))
      .flatMap((expectation) => expectationLines(expectation, result.file, 2, style)),
    ...refusalLines(result, style),
    ...leftLines(result, style),
  ].join('\n')
}

function leftLines({ leftBehind }: ScenarioResult, style: TreeStyle): string[] {
  return leftBehind.map((line) => indent(style.yellow(`left behind: ${line}`), 2))
}

/** `✓ entra.yaml: A promotion reaches Lark  9 steps, 12 requests, 0.10 s` */
export function scenarioHead(result: ScenarioResult, style: TreeStyle = PLAIN): string {
  return `${mark(result.outcome, style)} ${style.bold(titleOf(result))}  ${style.dim(factsOf(result))}`.trimEnd()
}

/** The first stop is the message of the run. */
function stopLines({ stops, message }: ScenarioResult, style: TreeStyle): string[] {
  return stops
    .filter((stop) => stop.message !== message)
    .map((stop) => indent(style.red(`${stop.verdict}: ${stop.message}`), 2))
}

/** What a step that could not be carried out leaves undone is one line, not a page. */
export function isAfterBreak({ skip }: { readonly skip?: SkipReason | undefined }): boolean {
  return skip?.code === 'not-carried-out'
}

export function notCarriedOut({ steps, expectations }: ScenarioResult, style: TreeStyle, depth = 2): string[] {
  const left = steps.filter(isAfterBreak)
  const unasked = expectations.filter(isAfterBreak)
  const reason = left[0]?.skip ?? unasked[0]?.skip
  if (reason === undefined) return []
  const counts = [
    ...(left.length > 0 ? [counted(left.length, 'step')] : []),
    ...(unasked.length > 0 ? [counted(unasked.length, 'expectation')] : []),
  ]
  return [indent(style.yellow(`- ${counts.join(' and ')} skipped: ${skipText(reason)}`), depth)]
}

/** Without those that were not sent at all: each stop is told, and says why. */
export function untoldRefusals({ refusals, stops }: ScenarioResult): readonly string[] {
  return refusals.filter((line) => !stops.some(({ message }) => line.includes(message)))
}

/** Where something failed, what the target refused is the first thing to look at. */
function refusalLines(result: ScenarioResult, style: TreeStyle): string[] {
  const refusals = untoldRefusals(result)
  if (result.outcome === 'passed' || refusals.length === 0) return []
  const { shown, rest } = oneOfEach(refusals)
  return [
    indent(style.yellow('Requests that were refused or not answered:'), 2),
    ...shown.map((line) => indent(line, 4)),
    ...(rest > 0 ? [indent(`and ${rest} more like them in the JSON result`, 4)] : []),
  ]
}

/** The last lines of a run. */
export function summaryText(run: RunResult, style: TreeStyle = PLAIN): string {
  const counts = countsOf(run.scenarios.map(({ outcome }) => outcome))
  const asked = run.scenarios.flatMap((result) => [
    ...result.steps.flatMap(({ expectations }) => expectations),
    ...result.expectations,
  ])
  const failed = run.scenarios.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')
  return [
    ...(failed.length === 0 ? [] : ['Not passed:', ...failed.map((result) => `  ${titleOf(result)}`), '']),
    `${counted(run.scenarios.length, 'scenario')}: ${counts}`,
    `${counted(asked.length, 'expectation')}: ${countsOf(asked.map(({ outcome }) => outcome))}`,
    `${requestsOf(run.requests)[0] ?? 'No request of an identity provider'} in ${seconds(run.durationMs)}${run.target === 'receiver' ? '' : `, target ${run.target}`}`,
    ...(run.traits.length === 0 ? [] : [`The target: ${run.traits.join('; ')}`]),
    ...run.notAsBefore.map((line) => style.red(line)),
    ...(run.ended === undefined ? [] : [style.red(run.ended)]),
    run.outcome === 'passed' ? style.green('passed') : style.red(run.outcome),
  ].join('\n')
}

export function titleOf({ file, scenario, combination }: ScenarioResult): string {
  const title = scenario === '' ? file : `${file}: ${scenario}`
  return combination === '' ? title : `${title} [${combination}]`
}

function factsOf({ steps, requests, durationMs }: ScenarioResult): string {
  return steps.length === 0
    ? ''
    : [counted(steps.length, 'step'), ...requestsOf(requests), seconds(durationMs)].join(', ')
}

/** What is done by hand is no request of an identity provider, and where nothing else is done nothing is counted. */
export function requestsOf(requests: number): readonly string[] {
  return requests === 0 ? [] : [counted(requests, 'request')]
}

function stepLines(step: StepResult, file: string, style: TreeStyle): string[] {
  if (step.kind === 'text') return [indent(style.dim(`· ${step.title}`), 2)]
  const asked = step.expectations.flatMap((expectation) => expectationLines(expectation, file, 2, style))
  if (step.kind === 'expectations' && step.outcome !== 'skipped') return asked
  const sent = step.requests === 0 ? '' : style.dim(`  ${counted(step.requests, 'request')}`)
  return [
    indent(`${mark(step.outcome, style)} ${step.title}${sent}`, 2),
    ...(step.note === undefined ? [] : [indent(style.dim(step.note), 6)]),
    ...(step.message === undefined ? [] : [indent(messageOf(step, file, style), 6)]),
    ...(step.skip === undefined ? [] : [indent(style.yellow(`skipped: ${skipText(step.skip)}`), 6)]),
    ...asked,
  ]
}

function messageOf({ outcome, message = '', line }: StepResult, file: string, style: TreeStyle): string {
  return outcome === 'passed' ? style.dim(message) : style.red(`${file}:${line} ${message}`)
}

function expectationLines(
  { title, outcome, skip, proves, line, column, failures }: ExpectationResult,
  file: string,
  depth: number,
  style: TreeStyle,
): string[] {
  const ids = proves.length === 0 ? '' : style.dim(`  [${proves.join(', ')}]`)
  const head = indent(`${mark(outcome, style)} expect ${title}${ids}`, depth)
  if (outcome === 'passed') return [head]
  if (skip) return [head, indent(style.yellow(`skipped: ${skipText(skip)}`), depth + 4)]
  return [
    head,
    indent(style.red(`${file}:${line}:${column} ${title}`), depth + 4),
    ...failures.map((failure) => indent(failureText(failure, file, style), depth + 4)),
  ]
}

/** `ana@contoso.example is not as expected (entra.yaml:41)` and a pair of lines for each attribute. */
export function failureText({ item, message, line, differences }: FailureResult, file: string, style = PLAIN): string {
  const head = `${item === '' ? '' : `${style.bold(item)} `}${message} (${file}:${line})`
  const pairs = differences.flatMap(({ attribute, expected, actual }) => [
    `  ${attribute === '' ? '(value)' : attribute}`,
    style.green(`    - expected ${expected}`),
    style.red(`    + actual   ${actual}`),
  ])
  return [head, ...pairs].join('\n')
}

/** The reason of its first expectation stands for all. */
function whySkipped({ steps, expectations }: ScenarioResult): string {
  const [first] = [...steps.flatMap((step) => step.expectations), ...expectations]
  return `skipped: ${first?.skip ? skipText(first.skip) : 'the run ended before it did'}`
}

export function mark(outcome: string, style: TreeStyle): string {
  if (outcome === 'passed') return style.green('✓')
  return outcome === 'skipped' ? style.yellow('-') : style.red('✗')
}

function countsOf(outcomes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'none'
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

export function indent(text: string, depth: number): string {
  return text.replace(/^/gm, ' '.repeat(depth))
}
