// The report of `scimulator test` as one page: the verdicts first, then the causes, then everything that was lived through.
import { VICTIMS, type Victim } from '@scimulator/findings'
import type { TestResult } from '../examine/test-result.ts'
import type { Recording } from '../report/recording.ts'
import { exchangePair } from './exchange-block.ts'
import { filterBar } from './filter-bar.ts'
import { findingBlock } from './finding-block.ts'
import { type Child, html, type Markup } from './markup.ts'
import { type Frame, pageFrame } from './page-frame.ts'
import { recordingSteps } from './recording-block.ts'
import { VICTIM_OPTIONS, victimName } from './victims.ts'
import { counted, markOf, seconds, toneOf } from './words.ts'

/** The same bytes for the same result. */
export function testPage(result: TestResult): string {
  const sections = [
    findings(result),
    unexplained(result),
    lives(result),
    notJudged(result),
    remarks(result),
    leftBehind(result),
  ]
  return pageFrame({
    title: `${headline(result)} · ${result.target}`,
    head: head(result),
    filters: filters(result),
    sections: sections.flatMap((section) => section ?? []),
  })
}

type Section = Frame['sections'][number]

function head(result: TestResult): Markup {
  const { target, requests, durationMs, access } = result
  return html`<p class="over">Will it work? <code>${target}</code></p>
<h1>${headline(result)}</h1>
<ul class="cards">${VICTIMS.map((victim) => verdictCard(victim, result))}</ul>
<p class="under">${counted(requests, 'request')} in ${seconds(durationMs)}. ${access === 'asked' ? 'The application was asked who gets in.' : 'Whether the application lets people in was not asked (--access).'}</p>`
}

function headline({ verdicts, findings, unexplained }: TestResult): string {
  const breaking = VICTIMS.filter((victim) => verdicts[victim].verdict === 'breaks')
  const unknown = VICTIMS.filter((victim) => verdicts[victim].verdict === 'unknown')
  const causes = findings.length + unexplained.length
  if (breaking.length > 0) return `It breaks: ${counted(causes, 'cause')} to mend`
  if (unknown.length > 0) return 'Too much could not be judged'
  return causes === 0 ? 'It works, and nothing was found' : `It works, with ${counted(causes, 'finding')}`
}

function verdictCard(victim: Victim, result: TestResult): Markup {
  const { verdict, because, except } = result.verdicts[victim]
  const ids = verdict === 'breaks' ? because : except
  const lead =
    verdict === 'unknown' ? 'Too much could not be judged.' : verdict === 'works' && ids.length > 0 ? 'Except: ' : ''
  return html`<li class="${toneOf(verdict)}"><div class="who">${unbroken(victimName(victim))}</div><div class="word">${verdict}</div>${(lead !== '' || ids.length > 0) && html`<p>${lead}${joined(ids.map((id) => reason(id, result)))}</p>`}</li>`
}

/** The suffix on the URL is one word. */
function unbroken(name: string): Child {
  const [before = '', suffix] = name.split(/(?=\?)/)
  return suffix === undefined ? name : html`${before}<span class="nb">${suffix}</span>`
}

function reason(id: string, { findings }: TestResult): Markup {
  const at = findings.findIndex((finding) => finding.id === id)
  const finding = findings[at]
  return html`<a href="#${id}">${finding ? `${finding.title} (${at + 1})` : 'something that nothing explains'}</a>`
}

function joined(parts: readonly Markup[]): Child {
  return parts.map((part, at) => (at === 0 ? part : html`, ${part}`))
}

function filters({ findings: all, recordings }: TestResult): Markup {
  const isThere = (value: string): boolean =>
    all.some(({ damage }) => damage === value) || (value === 'failed' && recordings.length > 0)
  return filterBar({ outcomes: OUTCOMES.filter(([value]) => isThere(value)), victims: VICTIM_OPTIONS })
}

function findings({ findings: all, target }: TestResult): Section {
  const body = html`<h2 id="findings-h">Findings</h2>
${all.length === 0 ? html`<p>Nothing was found.</p>` : all.map((finding, at) => findingBlock(finding, at + 1, target))}`
  return { id: 'findings', name: 'Findings', count: all.length, body }
}

const OUTCOMES = [
  ['access', 'people keep or lose access'],
  ['others', 'others are touched'],
  ['stops', 'provisioning stops'],
  ['attribute', 'a value is wrong'],
  ['cosmetic', 'goes unnoticed'],
  ['failed', 'failed acts'],
] as const

function unexplained({ unexplained: all }: TestResult): Section | undefined {
  if (all.length === 0) return undefined
  const one = ({
    id,
    what,
    sender,
    acts = [],
    exchange,
  }: (typeof all)[number]) => html`<article class="box" id="${id}" tabindex="-1" data-stop data-item data-outcome="access" data-victims="${victimsOf(acts)}">
<header><h3>Nothing explains this</h3> <span class="id"><code>${id}</code></span></header><p>${sender !== undefined && `${sender}, `}${what}</p>${exchange && exchangePair(exchange)}${acts.length > 1 && html`<p>Broke ${acts.join(', ')}.</p>`}</article>`
  return {
    id: 'unexplained',
    name: 'Unexplained',
    count: all.length,
    body: html`<h2 id="unexplained-h">Unexplained</h2>${all.map(one)}`,
  }
}

const VICTIM_OF: Readonly<Record<string, string>> = { onDemand: 'entraLegacy', oktaCatalogue: 'okta' }

function lives({ recordings }: TestResult): Section | undefined {
  if (recordings.length === 0) return undefined
  const body = html`<h2 id="lives-h">What was lived through</h2>
<p>People of a small company were hired, renamed, moved, put into groups, disabled, deleted and hired again.
Each act shows what went over the wire and the directory before and after.</p>
${recordings.map(lifeBlock)}`
  return { id: 'lives', name: 'Lives', count: recordings.length, body }
}

function lifeBlock(recording: Recording): Markup {
  const { story, steps } = recording
  const failed = steps.filter(({ outcome }) => outcome !== 'passed').length
  const sender = steps[0]?.program ?? ''
  return html`<details class="box life" id="${story.id}"${failed > 0 ? html` open` : undefined} data-item data-outcome="${failed > 0 ? 'failed' : 'passed'}" data-victims="${VICTIM_OF[sender] ?? sender}">
<summary><span class="line"><h3>${story.title}</h3> ${markOf(failed > 0 ? 'failed' : 'passed')} <span class="facts">${counted(steps.length, 'act')}${failed > 0 ? `, ${failed} not as it must be` : ''}, ${counted(recording.exchanges.length, 'request')}</span></span></summary>
${recordingSteps(recording, { id: story.id, victims: VICTIM_OF[sender] ?? sender })}</details>`
}

function notJudged({ notJudged: all }: TestResult): Section | undefined {
  if (all.length === 0) return undefined
  const lines = all.map(
    ({ question, because }) => html`<li><code>${question}</code>, because of <code>${because}</code></li>`,
  )
  const body = html`<h2 id="not-judged-h">Not judged</h2><div class="box"><p>These could not be asked because of something else. Mend that and test again.</p><ul class="plain">${lines}</ul></div>`
  return { id: 'not-judged', name: 'Not judged', count: all.length, body }
}

function remarks({ remarks: all }: TestResult): Section | undefined {
  if (all.length === 0) return undefined
  const body = html`<h2 id="remarks-h">Remarks</h2><div class="box"><p>What the RFCs leave open, or what does no harm.</p><ul class="plain">${all.map(({ text }) => html`<li>${text}</li>`)}</ul></div>`
  return { id: 'remarks', name: 'Remarks', count: all.length, body }
}

function leftBehind({ leftBehind: all }: TestResult): Section | undefined {
  if (all.length === 0) return undefined
  const body = html`<h2 id="left-h">Left behind</h2><div class="box"><p>These could not be removed. <code>scimulator clean</code> removes what is ours.</p><ul class="plain">${all.map((line) => html`<li><code>${line}</code></li>`)}</ul></div>`
  return { id: 'left', name: 'Left behind', count: all.length, body }
}

/** Those whose lives it was seen in; SCIM itself where it was a question. */
function victimsOf(acts: readonly string[]): string {
  const senders = acts.map((act) => act.split(':')[0] ?? '')
  return senders.length === 0 ? 'rfc' : [...new Set(senders.map((one) => VICTIM_OF[one] ?? one))].join(' ')
}
