// What did not pass, for people: by cause, and below each cause every run in full, with the exchange that brought it about.
import type { DifferenceRecord, ExchangeRecord } from './recording.ts'
import type { ExpectationResult, Explanation, RunResult, ScenarioResult, StepResult } from './result.ts'
import { shortAnswer, shortRequest } from './short-exchange.ts'
import { failureText, indent, isAfterBreak, mark, notCarriedOut, PLAIN, scenarioHead, type TreeStyle } from './tree.ts'

/** Runs that did not pass for one reason, as far as it is known. */
export interface CauseGroup {
  readonly explanations: readonly Explanation[]
  readonly results: readonly ScenarioResult[]
}

/** Empty when everything passed or was skipped. */
export function failuresText(run: RunResult, style: TreeStyle = PLAIN): string {
  const groups = causeGroups(run.scenarios.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped'))
  return groups.map((group) => groupText(group, run.target, style)).join('\n\n')
}

/** Those with a cause in common stand together, where the first of them stood. Pure. */
export function causeGroups(results: readonly ScenarioResult[]): readonly CauseGroup[] {
  const groups = new Map<string, ScenarioResult[]>()
  for (const [at, result] of results.entries()) {
    const key = causeKey(result) ?? `alone ${at}`
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].map((all) => ({ results: all, explanations: explanationsOf(all) }))
}

/** Each once, those of the first run first. */
function explanationsOf(results: readonly ScenarioResult[]): readonly Explanation[] {
  const all = results.flatMap(({ explanations }) => explanations)
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
}

/** What is the same for the same cause: the finding, else the message, else the kind of exchange and what differs. */
function causeKey(result: ScenarioResult): string | undefined {
  const finding = result.explanations.find(({ kind }) => kind === 'finding')
  if (finding) return finding.id
  if (result.message !== undefined && result.outcome !== 'rejected')
    return `${result.outcome} ${withoutIds(result.message)}`
  const [first] = failedIn(result)
  const cause = first && exchangeOf(first.exchange, result)
  if (!cause) return undefined
  const attributes = first.attributes.map(({ attribute }) => attribute).join()
  return [
    cause.request.method,
    withoutIds(cause.request.url),
    cause.response?.status ?? cause.failure?.kind,
    attributes,
  ].join(' ')
}

function withoutIds(text: string): string {
  return text
    .replace(/\?.*/s, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}')
    .replace(/\/(Users|Groups)\/[^/\s]+/g, '/$1/{id}')
    .replace(/scimulator-[a-z0-9]{8}(-[a-z0-9]{5})?/g, '{run}')
}

function failedIn({ recording }: ScenarioResult): readonly Pick<DifferenceRecord, 'attributes' | 'exchange'>[] {
  return (recording?.steps ?? []).flatMap(({ expectations, outcome, exchange }) => [
    ...(outcome === 'failed' && exchange !== undefined ? [{ exchange, attributes: [] }] : []),
    ...expectations.filter(({ ok }) => ok === false).flatMap(({ difference }) => difference),
  ])
}

function exchangeOf(number: number | undefined, { recording }: ScenarioResult): ExchangeRecord | undefined {
  return number === undefined ? undefined : recording?.exchanges.find(({ n }) => n === number)
}

function groupText({ explanations, results }: CauseGroup, target: string, style: TreeStyle): string {
  const told = results.map((result) => scenarioFailure(result, style))
  const together = results.length > 1 ? [style.bold(`${results.length} runs did not pass for one reason`)] : []
  const why = explanations.flatMap((one) => explanationLines(one, target, style))
  return [...together, ...why, ...told].join('\n')
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

/** Refusals beyond these are in the JSON result. */
const MOST_REFUSALS = 10

/** What the target refused, where no failure names its exchange. */
function refusalLines(result: ScenarioResult, style: TreeStyle): string[] {
  const named = new Set(failedIn(result).map(({ exchange }) => exchange))
  const others = result.refusals.filter((line) => !named.has(Number(/^#(\d+) /.exec(line)?.[1])))
  if (others.length === 0) return []
  const shown = others.length <= MOST_REFUSALS + 2 ? others : others.slice(0, MOST_REFUSALS)
  const rest = others.length - shown.length
  return [
    indent(style.yellow('Other requests that were refused or not answered:'), 4),
    ...shown.map((line) => indent(line, 6)),
    ...(rest > 0 ? [indent(`and ${rest} more in the JSON result`, 6)] : []),
  ]
}
