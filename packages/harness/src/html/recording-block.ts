// A recording, act by act: what was to happen, what was expected, what went over the wire, and the directory before and after.
import { type Around, aroundEach } from '../report/around.ts'
import type { DifferenceRecord, ExpectationRecord, Recording, StepRecord } from '../report/recording.ts'
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
  const steps = recording.steps.map((step, at) =>
    stepBlock(step, recording, arounds[at] ?? { before: {}, after: {} }, options),
  )
  return html`${recording.leftOut !== undefined && html`<p class="facts">${recording.leftOut}</p>`}<ol class="steps">${steps}</ol>`
}

function stepBlock(
  step: StepRecord,
  recording: Recording,
  around: Around,
  { id, victims = '' }: RecordingOptions,
): Markup {
  const { n, title, says, outcome, message, expectations, exchanges } = step
  const told = new Set(expectations.flatMap(({ difference }) => difference.map(({ exchange }) => exchange)))
  const sent = recording.exchanges.filter((one) => one.n >= exchanges.from && one.n <= exchanges.to)
  const effects = recording.effects.filter((one) => one.step === n)
  const facts = [counted(sent.length, 'request'), ...(effects.length > 0 ? [`${effects.length} changed`] : [])]
  return html`<li data-item data-outcome="${outcome}" data-victims="${victims}"><details class="step" id="${id}-${n}"${outcome === 'failed' || outcome === 'error' ? OPEN : undefined}>
<summary><span class="line"><span class="num">${n}</span> ${markOf(outcome)} <span class="says">${says || title}</span> <span class="facts">${says && says !== title ? html`<code>${title}</code> · ` : undefined}${facts.join(' · ')}</span></span></summary>
<div class="inside">${message !== undefined && html`<p class="${outcome === 'passed' || outcome === 'skipped' ? 'facts' : 'message'}">${message}</p>`}
${expectations.map(expectationBlock)}
${outcome !== 'skipped' && directoryBlock(effects, around, recording.directory)}
${sent.map((one) => html`<details class="exchange${told.has(one.n) ? ' told' : ''}"><summary><span class="line"><span class="num">#${one.n}</span> ${exchangeLine(one)} <span class="facts">${one.sender}</span></span></summary>${exchangePair(one)}</details>`)}
</div></details></li>`
}

const OPEN = html` open`

export function expectationBlock({ text, ok, skipped, difference, file, line }: ExpectationRecord): Markup {
  const tone = ok === null ? 'warn' : ok ? 'good' : 'bad'
  const where = file === undefined ? undefined : html` <span class="facts"><code>${file}:${line ?? ''}</code></span>`
  return html`<div class="expect ${tone}"><p>${markOf(ok === null ? 'skipped' : ok ? 'passed' : 'failed')} expected: ${text}${where}</p>
${skipped !== undefined && html`<p class="facts">${skipped}</p>`}${difference.map((one) => differenceBlock(one, file))}</div>`
}

function differenceBlock(
  { item, message, line, attributes, exchange }: DifferenceRecord,
  file: string | undefined,
): Markup {
  const where: Child =
    line === undefined || file === undefined ? undefined : html` <code class="facts">${file}:${line}</code>`
  const by: Child = exchange !== undefined && html` <span class="facts">see #${exchange}</span>`
  const head = html`<p><b>${item}</b> ${message}${where}${by}</p>`
  if (attributes.length === 0) return head
  return html`${head}<table class="wide"><thead><tr><th scope="col">Attribute</th><th scope="col">Expected</th><th scope="col">Found</th></tr></thead><tbody>${attributes.map(
    ({ attribute, expected, actual }) =>
      html`<tr><th scope="row"><code>${attribute === '' ? '(value)' : attribute}</code></th><td data-name="expected"><ins><code>${expected}</code></ins></td><td data-name="found"><del><code>${actual}</code></del></td></tr>`,
  )}</tbody></table>`
}
