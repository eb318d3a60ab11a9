// The result of suites as one page: what does not pass first, then each suite's table, row by row, with the exchange that decides it.
import type { Outcome, SuiteResult, ToldRow, ToldSuite } from '../suites/suite-result.ts'
import { exchangeLine, exchangePair } from './exchange-block.ts'
import { filterBar } from './filter-bar.ts'
import { html, type Markup } from './markup.ts'
import { type Frame, pageFrame } from './page-frame.ts'
import { counted, markOf, seconds } from './words.ts'

/** The same bytes for the same result. */
export function suitesPage(result: SuiteResult): string {
  const rows = result.suites.flatMap((suite) => suite.rows)
  const sections = [trouble(result), ...result.suites.map(suiteSection), leftBehind(result)]
  return pageFrame({
    title: `${headline(result)} · ${result.target}`,
    head: head(result),
    ...(result.trouble ? {} : { filters: filterBar({ outcomes: outcomesIn(rows), victims: [] }) }),
    sections: sections.flatMap((section) => section ?? []),
  })
}

type Section = Frame['sections'][number]

const WORDS: readonly (readonly [Outcome, string])[] = [
  ['fail', 'fail'],
  ['warning', 'warning'],
  ['pass', 'pass'],
  ['not-applicable', 'not applicable'],
  ['not-decided', 'not decided'],
]

function outcomesIn(rows: readonly ToldRow[]): typeof WORDS {
  return WORDS.filter(([value]) => rows.some(({ outcome }) => outcome === value))
}

function headline({ trouble: stopped, suites }: SuiteResult): string {
  if (stopped) return 'The endpoint could not be looked at'
  const failed = suites.reduce((sum, { counts }) => sum + counts.fail, 0)
  if (failed > 0) return `${failed} of the published checks ${failed === 1 ? 'does' : 'do'} not pass here`
  const isDecided = suites.some(({ counts }) => counts.pass > 0)
  return isDecided ? 'The published checks pass here' : 'The published checks could not be made here'
}

function head(result: SuiteResult): Markup {
  const { target, requests, durationMs, suites, trouble: stopped } = result
  return html`<p class="over">Readiness suites, asked of <code>${target}</code></p>
<h1>${headline(result)}</h1>
${!stopped && html`<ul class="cards">${suites.map(suiteCard)}</ul>`}
<p class="under">${counted(requests, 'request')} in ${seconds(durationMs)}. Who published the checks has not looked.</p>`
}

function suiteCard({ name, kit, counts }: ToldSuite): Markup {
  const tone = counts.fail > 0 ? 'bad' : counts.pass > 0 ? 'good' : 'warn'
  const word = counts.fail > 0 ? `${counts.fail} of ${decidedOf(counts)} fail` : `${counts.pass} pass`
  return html`<li class="${tone}"><div class="who">${kit.name}</div><div class="word">${word}</div><p><a href="#${name}">${name}</a>: ${countsText(counts)}</p></li>`
}

function decidedOf({ pass, fail, warning }: ToldSuite['counts']): number {
  return pass + fail + warning
}

function countsText(counts: ToldSuite['counts']): string {
  const { pass, fail, warning, notApplicable, notDecided } = counts
  const all: readonly (readonly [number, string])[] = [
    [pass, 'pass'],
    [fail, fail === 1 ? 'fails' : 'fail'],
    [warning, warning === 1 ? 'warning' : 'warnings'],
    [notApplicable, 'not applicable'],
    [notDecided, 'not decided'],
  ]
  return all.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ')
}

function trouble({ trouble: stopped }: SuiteResult): Section | undefined {
  if (!stopped) return undefined
  const body = html`<h2 id="trouble-h">What stood in the way</h2><div class="box"><p class="message">${stopped.detail}</p>${stopped.exchange && exchangePair(stopped.exchange)}</div>`
  return { id: 'trouble', name: 'What stood in the way', body }
}

function suiteSection({ name, kit, conclusion, rows }: ToldSuite): Section {
  const sections = [...new Set(rows.map(({ section }) => section))].map((title) =>
    rows.filter(({ section }) => section === title),
  )
  const body = html`<h2 id="${name}-h">${kit.name}</h2>
<p>${conclusion} <span class="facts">${kit.publisher}, ${kit.version}, ${kit.date}: <code>${kit.url}</code></span></p>
${sections.map((one, at) => sectionBlock(one, `${name}-${at + 1}`))}`
  return { id: name, name, count: rows.length, body }
}

function sectionBlock(rows: readonly ToldRow[], id: string): Markup {
  const [first] = rows
  const isOpen = rows.some(({ outcome }) => outcome === 'fail' || outcome === 'warning')
  return html`<details class="box life" id="${id}"${isOpen ? OPEN : undefined} data-item data-outcome="">
<summary><span class="line"><h3>${first?.section}</h3> <span class="facts">${first?.source}</span> ${WORDS.map(([outcome]) => countMark(rows, outcome))}</span></summary>
<ol class="steps">${rows.map(rowBlock)}</ol></details>`
}

const OPEN = html` open`

function countMark(rows: readonly ToldRow[], outcome: Outcome): Markup | undefined {
  const count = rows.filter((row) => row.outcome === outcome).length
  return count === 0 ? undefined : html` ${markOf(outcome, `${count} ${outcome}`)}`
}

function rowBlock(row: ToldRow): Markup {
  const { id, outcome, says, level, modal, because, detail, exchange } = row
  const [, own = id] = id.split('/')
  const line = html`<span class="line">${markOf(outcome)} <span class="says">${says}</span> <span class="facts">${modal ?? level} · <code>${own}</code></span></span>`
  const told = html`${detail !== undefined && html`<p class="${outcome === 'fail' ? 'message' : ''}">${detail}</p>`}${because !== undefined && html`<p class="facts">${because}</p>`}`
  const isTold = outcome === 'fail' || outcome === 'warning'
  const inside = exchange
    ? html`<details class="step" id="${id}"${isTold ? OPEN : undefined}><summary${isTold ? STOP : undefined}>${line}</summary><div class="inside">${told}<p class="facts">${exchangeLine(exchange)}</p>${exchangePair(exchange)}</div></details>`
    : html`<div class="step still" id="${id}"><p>${line}</p><div class="inside">${told}</div></div>`
  return html`<li data-item data-outcome="${outcome}">${inside}</li>`
}

const STOP = html` data-stop`

function leftBehind({ leftBehind: all }: SuiteResult): Section | undefined {
  if (all.length === 0) return undefined
  const body = html`<h2 id="left-h">Left behind</h2><div class="box"><p>These could not be removed. <code>scimulator clean</code> removes what is ours.</p><ul class="plain">${all.map((line) => html`<li><code>${line}</code></li>`)}</ul></div>`
  return { id: 'left', name: 'Left behind', count: all.length, body }
}
