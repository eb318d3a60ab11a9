// A recording, act by act: what was to happen, what was expected, what went over the wire, and the directory before and after.
import { type Around, aroundEach } from '../report/around.ts'
import type { DifferenceRecord, ExchangeRecord, ExpectationRecord, Recording, StepRecord } from '../report/recording.ts'
import { directoryBlock } from './directory-block.ts'
import { exchangeLine, exchangePair } from './exchange-block.ts'
import { type Child, html, type Markup } from './markup.ts'
import { counted, markOf } from './words.ts'

export interface RecordingOptions {
  /** For the anchors of its steps. */
  readonly id: string
  /** Whom the filter knows it as. */
  readonly victims?: string
}

export function recordingSteps(recording: Recording, options: RecordingOptions): Markup {
  const arounds = aroundEach(recording)
  const told = toldExchanges(recording)
  const steps = recording.steps.map((step, at) =>
    stepBlock(step, { recording, told, options, around: arounds[at] ?? { before: {}, after: {} } }),
  )
  return html`${recording.leftOut !== undefined && html`<p class="facts">${recording.leftOut}</p>`}<ol class="steps">${steps}</ol>`
}

/** Exchanges that something failed because of, in whatever step that was seen. */
function toldExchanges({ steps }: Recording): ReadonlySet<number | undefined> {
  return new Set(
    steps.flatMap(({ expectations, exchange }) => [
      exchange,
      ...expectations.flatMap(({ difference }) => difference.map((one) => one.exchange)),
    ]),
  )
}

interface Stage {
  readonly recording: Recording
  readonly told: ReadonlySet<number | undefined>
  readonly options: RecordingOptions
  readonly around: Around
}

function stepBlock(step: StepRecord, { recording, told, options, around }: Stage): Markup {
  const { n, outcome, message, expectations, exchanges, exchange } = step
  const { id, victims = '' } = options
  const sent = recording.exchanges.filter((one) => one.n >= exchanges.from && one.n <= exchanges.to)
  const effects = recording.effects.filter((one) => one.step === n)
  const requests = sent.length === 0 ? [] : [counted(sent.length, 'request')]
  const facts = [...requests, ...(effects.length > 0 ? [`${effects.length} changed`] : [])]
  const tone = outcome === 'passed' || outcome === 'skipped' ? 'facts' : 'message'
  return html`<li data-item data-outcome="${outcome}" data-victims="${victims}"><details class="step" id="${id}-${n}"${outcome === 'failed' || outcome === 'error' ? OPEN : undefined}>
<summary><span class="line"><span class="num">${n}</span> ${markOf(outcome)} ${stepName(step)} <span class="facts">${facts.join(' · ')}</span></span></summary>
<div class="inside">${message !== undefined && html`<p class="${tone}">${message}${seeExchange(exchange, id)}</p>`}
${expectations.map((one) => expectationBlock(one, id))}
${outcome !== 'skipped' && directoryBlock(effects, around, recording.directory)}
${sent.map((one) => exchangeDetails(one, id, told.has(one.n)))}
</div></details></li>`
}

function exchangeDetails(one: ExchangeRecord, id: string, isTold: boolean): Markup {
  return html`<details class="exchange${isTold ? ' told' : ''}" id="${id}-x${one.n}"><summary><span class="line"><span class="num">#${one.n}</span> ${exchangeLine(one)} <span class="facts">${one.sender}</span></span></summary>${exchangePair(one)}</details>`
}

function seeExchange(exchange: number | undefined, id: string | undefined): Child {
  if (exchange === undefined) return undefined
  return id === undefined
    ? ` see #${exchange}`
    : html` <a class="facts" href="#${id}-x${exchange}">see #${exchange}</a>`
}

const OPEN = html` open`

/** @param id of the recording whose exchanges it names */
export function expectationBlock(expectation: ExpectationRecord, id?: string): Markup {
  const { text, ok, skipped, difference, file, line } = expectation
  const tone = ok === null ? 'warn' : ok ? 'good' : 'bad'
  const where = file === undefined ? undefined : html` <span class="facts"><code>${file}:${line ?? ''}</code></span>`
  return html`<div class="expect ${tone}"><p>${markOf(ok === null ? 'skipped' : ok ? 'passed' : 'failed')} expected: ${text}${where}</p>
${skipped !== undefined && html`<p class="facts">${skipped}</p>`}${difference.map((one) => differenceBlock(one, file, id))}</div>`
}

function differenceBlock(
  { item, message, line, attributes, exchange }: DifferenceRecord,
  file: string | undefined,
  id: string | undefined,
): Markup {
  const where: Child =
    line === undefined || file === undefined ? undefined : html` <code class="facts">${file}:${line}</code>`
  const head = html`<p><b>${item}</b> ${linked(message)}${where}${seeExchange(exchange, id)}</p>`
  if (attributes.length === 0) return head
  return html`${head}<table class="wide"><thead><tr><th scope="col">Attribute</th><th scope="col">Expected</th><th scope="col">Found</th></tr></thead><tbody>${attributes.map(
    ({ attribute, expected, actual }) =>
      html`<tr><th scope="row"><code>${attribute === '' ? '(value)' : attribute}</code></th><td data-name="expected"><ins><code>${expected}</code></ins></td><td data-name="found"><del><code>${actual}</code></del></td></tr>`,
  )}</tbody></table>`
}

/** The finding that it follows from stands on the same page. */
function linked(message: string): Child {
  const [, id] = /^follows from ([a-z0-9-]+)$/.exec(message) ?? []
  return id === undefined ? message : html`follows from <a href="#${id}">${id}</a>`
}

/** A step that is called like its act says first what happens; one with an input says first what was done. */
function stepName({ title, says, verb }: StepRecord): Markup {
  if (says === '' || says === title) return html`<span class="says">${title}</span>`
  if (title === verb) return html`<span class="says">${says}</span> <code class="facts">${title}</code>`
  return html`<code><b>${title}</b></code> <span class="facts">${says}</span>`
}
