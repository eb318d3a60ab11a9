// What did not pass, for people: by cause, and below each cause every run in full, with the exchange that brought it about.
import {
  type CauseGroup,
  causeGroups,
  exchangeOf,
  failedIn,
  otherFailures,
  ownExplanations,
  togetherText,
} from './cause-groups.ts'
import { oneOfEach } from './one-of-each.ts'
import type { DifferenceRecord } from './recording.ts'
import type { ExpectationResult, Explanation, RunResult, ScenarioResult, StepResult } from './result.ts'
import { shortAnswer, shortRequest } from './short-exchange.ts'
import {
  failureText,
  indent,
  isAfterBreak,
  mark,
  notCarriedOut,
  PLAIN,
  scenarioHead,
  type TreeStyle,
  untoldRefusals,
} from './tree.ts'

/** Empty when everything passed or was skipped. */
export function failuresText(run: RunResult, style: TreeStyle = PLAIN): string {
  const groups = causeGroups(run.scenarios.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped'))
  return groups.map((group) => groupText(group, run.target, style)).join('\n\n')
}

function groupText(group: CauseGroup, target: string, style: TreeStyle): string {
  const { explanations, results } = group
  const told = results.map((result) => runInGroup(result, group, target, style))
  const together = results.length > 1 ? [style.bold(togetherText(group))] : []
  const why = explanations.flatMap((one) => explanationLines(one, target, style))
  return [...together, ...why, ...told].join('\n')
}

/** What the shared reason does not explain is said at the end of the run, so that it is not taken for explained. */
function runInGroup(result: ScenarioResult, group: CauseGroup, target: string, style: TreeStyle): string {
  const others = otherFailures(result, group)
  const own = ownExplanations(result, group).flatMap((one) => explanationLines(one, target, style))
  return [
    scenarioFailure(result, style),
    ...(others.length === 0 ? [] : [indent(style.yellow(`for another reason: ${others.join('; ')}`), 4)]),
    ...own.map((line) => indent(line, 6)),
  ].join('\n')
}

function explanationLines({ kind, id, title, text }: Explanation, target: string, style: TreeStyle): string[] {
  const where = kind === 'quirk' ? 'docs/quirks.md' : `scimulator test ${target} --finding ${id}`
  const shown = kind === 'finding' && target === 'receiver' ? `docs/findings.md#${id}` : where
  return [`${style.yellow(title)} ${style.dim(`[${id}]`)}`, indent(text, 4), indent(style.dim(shown), 4)]
}

/** One run in full. */
export function scenarioFailure(result: ScenarioResult, style: TreeStyle = PLAIN): string {
  const { description, message, outcome } = result
  if (outcome === 'rejected') return [scenarioHead(result, style), indent(message ?? '', 2)].join('\n')
  return [
    scenarioHead(result, style),
    ...(description === '' ? [] : [indent(style.dim(description.trimEnd()), 4)]),
    ...(message === undefined || isSaidByStep(message, result.steps) ? [] : [indent(style.red(message), 4)]),
    ...stopLines(result, style),
    ...result.steps.flatMap((step, at) => failedStep(step, at, result, style)),
    ...unaskedAtTheEnd(result, style),
    ...failedExpectations(result.expectations, result.recording?.steps.at(-1)?.expectations ?? [], result, style),
    ...refusalLines(result, style),
    ...result.leftBehind.map((line) => indent(style.yellow(`left behind: ${line}`), 4)),
  ].join('\n')
}

/** Once is enough: the step that it is about says it where it stands. */
export function isSaidByStep(message: string | undefined, steps: readonly StepResult[]): boolean {
  return message !== undefined && steps.some((step) => step.outcome !== 'passed' && step.message?.includes(message))
}

/** The first stop is the message of the run. */
function stopLines({ stops, message }: ScenarioResult, style: TreeStyle): string[] {
  return stops
    .filter((stop) => stop.message !== message)
    .map((stop) => indent(style.red(`${stop.verdict}: ${stop.message}`), 4))
}

function failedStep(step: StepResult, at: number, result: ScenarioResult, style: TreeStyle): string[] {
  if (step.skip?.code === 'not-carried-out' && isFirstSkipped(at, result)) return notCarriedOut(result, style, 4)
  if (step.outcome !== 'failed' && step.outcome !== 'error') return []
  const recorded = result.recording?.steps[at]
  const head = `${mark(step.outcome, style)} step ${step.number}, ${result.file}:${step.line}  ${step.title}`
  return [
    ...(step.kind === 'expectations' ? [] : [indent(head, 4)]),
    ...(step.message === undefined ? [] : [indent(style.red(step.message), 8)]),
    ...exchangeLines(recorded?.exchange, result, 8, style),
    ...failedExpectations(step.expectations, recorded?.expectations ?? [], result, style),
  ]
}

/** What a step that could not be carried out leaves undone is one line, not a page. */
function isFirstSkipped(at: number, { steps }: ScenarioResult): boolean {
  return steps.findIndex(({ skip }) => skip?.code === 'not-carried-out') === at
}

/** The last step was the one that could not be carried out, and only expectations are left. */
function unaskedAtTheEnd(result: ScenarioResult, style: TreeStyle): string[] {
  if (result.steps.some(isAfterBreak)) return []
  return notCarriedOut(result, style, 4)
}

function failedExpectations(
  expectations: readonly ExpectationResult[],
  recorded: readonly { readonly difference: readonly DifferenceRecord[] }[],
  result: ScenarioResult,
  style: TreeStyle,
): string[] {
  return expectations.flatMap(({ outcome, title, line, column, failures }, at) => {
    if (outcome !== 'failed') return []
    const told = new Set<number | undefined>()
    const lines = failures.flatMap((failure, index) => {
      const by = recorded[at]?.difference[index]?.exchange
      const isNew = !told.has(by)
      told.add(by)
      return [
        indent(failureText(failure, result.file, style), 8),
        ...(isNew ? exchangeLines(by, result, 10, style) : []),
      ]
    })
    return [
      indent(`${mark(outcome, style)} expected ${title}  ${style.dim(`${result.file}:${line}:${column}`)}`, 4),
      ...lines,
    ]
  })
}

/** Also where it was answered well: that the answer was good and the directory is not, is what has to be seen. */
function exchangeLines(number: number | undefined, result: ScenarioResult, depth: number, style: TreeStyle): string[] {
  const exchange = exchangeOf(number, result)
  if (!exchange) return []
  const { request, response, failure } = exchange
  return [
    indent(style.dim(`by #${exchange.n} ${shortRequest(request)}`), depth),
    indent(style.dim(`answered ${shortAnswer({ request, response, failure })}`), depth + 2),
  ]
}

/** What the target refused, where no failure names its exchange. */
function refusalLines(result: ScenarioResult, style: TreeStyle): string[] {
  const named = new Set(failedIn(result).map(({ exchange }) => exchange))
  const others = untoldRefusals(result).filter((line) => !named.has(Number(/^#(\d+) /.exec(line)?.[1])))
  if (others.length === 0) return []
  const { shown, rest } = oneOfEach(others)
  return [
    indent(style.yellow('Other requests that were refused or not answered:'), 4),
    ...shown.map((line) => indent(line, 6)),
    ...(rest > 0 ? [indent(`and ${rest} more like them in the JSON result`, 6)] : []),
  ]
}
