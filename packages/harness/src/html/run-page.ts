// The report of `scimulator run` as one page: the verdict, then what did not pass, then everything else.
import type { Victim } from '@scimulator/findings'
import { type CauseGroup, causeGroups, otherFailures, ownExplanations, togetherText } from '../report/cause-groups.ts'
import { isSaidByStep } from '../report/failures.ts'
import type { ExpectationResult, Explanation, RunResult, ScenarioResult, StepResult } from '../report/result.ts'
import { skipText } from '../report/skip-reason.ts'
import { requestsOf, untoldRefusals } from '../report/tree.ts'
import { filterBar } from './filter-bar.ts'
import { type Child, html, type Markup } from './markup.ts'
import { type Frame, pageFrame } from './page-frame.ts'
import { expectationBlock, recordingSteps } from './recording-block.ts'
import { VICTIM_OPTIONS } from './victims.ts'
import { counted, markOf, seconds, toneOf } from './words.ts'

/** The same bytes for the same result. */
export function runPage(run: RunResult): string {
  const sections = [notPassed(run), others(run), atTheTarget(run)].flatMap((section) => section ?? [])
  const victims = VICTIM_OPTIONS.filter(([victim]) => run.scenarios.some((one) => victimsOf(one).includes(victim)))
  const filters = filterBar({ outcomes: outcomesIn(run).map((one) => [one, one]), victims })
  return pageFrame({ title: `${headline(run)} · ${targetOf(run)}`, head: head(run), filters, sections })
}

type Section = Frame['sections'][number]

const ORDER: readonly ScenarioResult['outcome'][] = [
  ...(['damage', 'protected', 'error', 'failed', 'unproven', 'rejected', 'skipped', 'passed'] as const),
]

function outcomesIn({ scenarios }: RunResult): readonly ScenarioResult['outcome'][] {
  return ORDER.filter((one) => scenarios.some(({ outcome }) => outcome === one))
}

function isGood({ outcome }: ScenarioResult): boolean {
  return outcome === 'passed' || outcome === 'skipped'
}

function targetOf({ target }: RunResult): string {
  return target === 'receiver' ? 'our receiver' : target
}

function headline(run: RunResult): string {
  const bad = run.scenarios.filter((one) => !isGood(one)).length
  if (run.outcome === 'passed') return `Passed: ${counted(run.scenarios.length, 'scenario')}`
  if (run.outcome === 'unreachable') return 'The target stopped answering'
  if (run.outcome === 'interrupted') return 'Interrupted before everything had run'
  if (run.outcome === 'damage') return 'Somebody at the target is not as before'
  return bad === 0 ? 'Nothing could be asked' : `${bad} of ${counted(run.scenarios.length, 'scenario')} did not pass`
}

const MEANS: Readonly<Record<ScenarioResult['outcome'], string>> = {
  passed: 'as expected',
  failed: 'not as expected',
  error: 'a mistake of the file, or of Scimulator: nothing is said of the endpoint',
  unproven: 'nothing was checked, which proves nothing',
  skipped: 'not asked, for the reason that stands there',
  rejected: 'the file does not load',
  protected: 'stopped before somebody else was touched',
  damage: 'somebody who was there has changed',
}

function head(run: RunResult): Markup {
  const { requests, durationMs, traits, ended, notAsBefore, scenarios } = run
  const cards = outcomesIn(run).map((outcome) => {
    const count = scenarios.filter((one) => one.outcome === outcome).length
    return html`<li class="${toneOf(outcome)}"><div class="word">${count} ${outcome}</div><p>${MEANS[outcome]}</p></li>`
  })
  return html`<p class="over">Scenarios against <code>${targetOf(run)}</code></p><h1>${headline(run)}</h1>
${[...(ended === undefined ? [] : [ended]), ...notAsBefore].map((line) => html`<p class="message">${line}</p>`)}
<ul class="cards">${cards}</ul>
<p class="under">${requestsOf(requests)[0] ?? 'No request of an identity provider'} in ${seconds(durationMs)}.${traits.length > 0 && ` The target: ${traits.join('; ')}.`}</p>`
}

function notPassed(run: RunResult): Section | undefined {
  const bad = ORDER.flatMap((outcome) => run.scenarios.filter((one) => one.outcome === outcome && !isGood(one)))
  if (bad.length === 0) return undefined
  const body = html`<h2 id="not-passed-h">Not passed</h2>${causeGroups(bad).map((group) => groupBlock(group, run))}`
  return { id: 'not-passed', name: 'Not passed', count: bad.length, body }
}

function groupBlock(group: CauseGroup, run: RunResult): Markup {
  const { results, explanations } = group
  const together = results.length > 1 && html`<p class="together">${togetherText(group)}</p>`
  return html`<div data-group>${together}${explanations.map((one) => explanationBlock(one, run))}${results.map((one) => scenarioBlock(one, run, alsoFailed(one, group, run)))}</div>`
}

/** What the shared reason does not explain, at the head of the run. */
function alsoFailed(result: ScenarioResult, group: CauseGroup, run: RunResult): Markup {
  const others = otherFailures(result, group)
  const own = ownExplanations(result, group).map((one) => explanationBlock(one, run))
  return html`${others.length > 0 && html`<p class="message">For another reason: ${others.join('; ')}</p>`}${own}`
}

function explanationBlock({ kind, id, title, text, exchange }: Explanation, { target }: RunResult): Markup {
  const prove =
    kind === 'finding' && target !== 'receiver' && html` <code>scimulator test ${target} --finding ${id}</code>`
  const by = exchange !== undefined && ` Request #${exchange} shows it.`
  return html`<div class="why"><p><b>${title}</b> <code class="id">${id}</code></p><p>${text}${by}${prove}</p></div>`
}

function others(run: RunResult): Section | undefined {
  const good = run.scenarios.filter(isGood)
  if (good.length === 0) return undefined
  const body = html`<h2 id="passed-h">Passed and skipped</h2>${good.map((one) => scenarioBlock(one, run))}`
  return { id: 'passed', name: 'Passed and skipped', count: good.length, body }
}

function atTheTarget({ scenarios }: RunResult): Section | undefined {
  const lines = scenarios.flatMap(({ leftBehind }) => leftBehind)
  if (lines.length === 0) return undefined
  const body = html`<h2 id="left-h">Left behind</h2><div class="box"><p>These could not be removed. <code>scimulator clean</code> removes what is ours.</p><ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`
  return { id: 'left', name: 'Left behind', count: lines.length, body }
}

/** @param failed what is to be said of a run that did not pass */
function scenarioBlock(result: ScenarioResult, run: RunResult, failed?: Markup): Markup {
  const { file, scenario, description, combination, outcome, steps, requests, durationMs, recording } = result
  const id = `s${run.scenarios.indexOf(result) + 1}`
  const facts = [counted(steps.length, 'step'), ...requestsOf(requests), seconds(durationMs)].join(', ')
  const victims = victimsOf(result).join(' ')
  const isOpen = failed !== undefined
  return html`<details class="box life" id="${id}"${isOpen ? html` open` : undefined} data-item data-whole data-outcome="${outcome}" data-victims="${victims}">
<summary${isOpen ? html` data-stop` : undefined}><span class="line">${markOf(outcome)} <h3>${scenario === '' ? file : scenario}</h3> <span class="facts"><code>${file}</code>${combination !== '' && ` [${combination}]`} · ${facts}</span></span></summary>
<div class="inside">${description !== '' && html`<p>${description}</p>`}${failed}${whatElse(result)}</div>
${recording ? recordingSteps(recording, { id, victims }) : plainSteps(result)}
${recording && recording.story.source !== '' && html`<details class="more"><summary>The scenario file</summary><pre>${recording.story.source}</pre></details>`}</details>`
}

/** Whom the findings hurt that explain it; where nothing does, whose provisioning it is about. */
function victimsOf({ explanations, steps }: ScenarioResult): readonly Victim[] {
  const hurt = new Set(explanations.flatMap(({ hurts }) => hurts ?? []))
  const senders = new Set(steps.map(({ verb }) => verb.split('.')[0] ?? ''))
  const about = [...senders].flatMap((sender) => SENT_BY[sender] ?? [])
  return hurt.size > 0 ? [...hurt] : about
}

const SENT_BY: Readonly<Record<string, readonly Victim[]>> = {
  entra: ['entra', 'entraLegacy'],
  jumpcloud: ['jumpcloud'],
  okta: ['okta'],
}

function whatElse(result: ScenarioResult): Child {
  const { message: said, stops, outcome, steps } = result
  const refusals = untoldRefusals(result)
  const stopped = stops.filter((one) => one.message !== said)
  const message = isSaidByStep(said, steps) ? undefined : said
  if (outcome === 'rejected') return html`<pre class="t-bad">${said}</pre>`
  return html`${message !== undefined && html`<p class="${outcome === 'skipped' || outcome === 'unproven' ? 'facts' : 'message'}">${message}</p>`}
${stopped.map((one) => html`<p class="message">${one.verdict}: ${one.message}</p>`)}
${outcome !== 'passed' && refusals.length > 0 && html`<details class="more"><summary>${counted(refusals.length, 'request')} refused or not answered</summary><ul class="plain">${refusals.map((line) => html`<li><code>${line}</code></li>`)}</ul></details>`}`
}

/** Without a recording there is no wire, and what was done and expected can still be read. */
function plainSteps({ steps, expectations, file }: ScenarioResult): Markup {
  const end = expectations.length === 0 ? undefined : html`<li>${expectations.map((one) => asked(one, file))}</li>`
  return html`<ol class="steps">${steps.map((step) => plainStep(step, file))}${end}</ol>`
}

function plainStep(
  { number, title, outcome, message, skip, note, expectations, kind }: StepResult,
  file: string,
): Markup {
  const head =
    kind === 'expectations'
      ? undefined
      : html`<p><span class="num">${number}</span> ${markOf(outcome)} ${note !== undefined && html`<span class="says">${note}</span> `}<code>${title}</code></p>`
  return html`<li>${head}${message !== undefined && html`<p class="facts">${message}</p>`}${skip && html`<p class="facts">skipped: ${skipText(skip)}</p>`}${expectations.map((one) => asked(one, file))}</li>`
}

function asked({ title, outcome, skip, failures, line }: ExpectationResult, file: string): Markup {
  return expectationBlock({
    text: title,
    ok: outcome === 'skipped' ? null : outcome === 'passed',
    ...(skip ? { skipped: skipText(skip) } : {}),
    difference: failures.map(({ item, message, line: at, differences }) => ({
      item,
      message,
      line: at,
      attributes: differences,
    })),
    ...{ file, line },
  })
}
