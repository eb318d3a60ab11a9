// Why a run did not pass: the quirk that its scenario is about, and the findings that its own exchanges show beyond doubt.
import { FINDINGS, findingsShownBy } from '@scimulator/findings'
import {
  aroundEach,
  beforeLaterAdds,
  type Explanation,
  type Recording,
  type ScenarioResult,
} from '@scimulator/harness/report'
import type { Quirk } from '@scimulator/shared/behaviour'
import type { ProgramDescriptor } from '@scimulator/shared/program'

/** @param programs whose quirks a scenario may be about */
export function explainRun(programs: readonly Pick<ProgramDescriptor, 'quirks'>[]) {
  const quirks = programs.flatMap((program) => program.quirks)
  return (result: ScenarioResult): readonly Explanation[] => explainedBy(quirks, result)
}

function explainedBy(quirks: readonly Quirk[], result: ScenarioResult): readonly Explanation[] {
  const found = [...quirkOf(quirks, result), ...(result.recording ? findingsIn(result.recording) : [])]
  const first = found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at)
  return first.map((one) => withOthers(one, found))
}

/** The same finding may be shown by several exchanges of a run. */
function withOthers(one: Explanation, found: readonly Explanation[]): Explanation {
  const by = found.flatMap(({ id, exchange }) => (id === one.id && exchange !== undefined ? [exchange] : []))
  const alsoBy = [...new Set(by)].filter((exchange) => exchange !== one.exchange)
  return alsoBy.length === 0 ? one : { ...one, alsoBy }
}

function quirkOf(quirks: readonly Quirk[], { file }: ScenarioResult): readonly Explanation[] {
  const isAbout = ({ shows }: { readonly shows: string }) => shows === file || shows.endsWith(`/${file}`)
  return quirks.filter(isAbout).map(({ id, title, hurts }) => ({ kind: 'quirk', id, title, text: `Hurts: ${hurts}` }))
}

function findingsIn(recording: Recording): readonly Explanation[] {
  const around = aroundEach(recording)
  return recording.steps.flatMap(({ expectations, exchange, outcome }, at) => {
    const failed = expectations.filter(({ ok }) => ok === false).flatMap(({ difference }) => difference)
    const ofStep = outcome === 'failed' && exchange !== undefined ? [{ item: '', exchange }] : []
    return [...failed, ...ofStep].flatMap((one) => {
      const step = stepOf(one.exchange, recording) ?? at
      // What was only inferred is no evidence: the expectation has looked.
      const seen = isInferred(one, recording) ? at : step
      return shownBy(one, recording, around[step]?.before, around[seen]?.after)
    })
  })
}

function isInferred(
  of: { readonly item: string; readonly exchange?: number | undefined },
  { effects }: Recording,
): boolean {
  return effects.some(
    ({ key, exchange, source }) => key === of.item && exchange === of.exchange && source === 'inferred',
  )
}

/** The step that the exchange belongs to: what came of it stands there. */
function stepOf(exchange: number | undefined, { steps }: Recording): number | undefined {
  const at = steps.findIndex(
    ({ exchanges: { from, to } }) => exchange !== undefined && exchange >= from && exchange <= to,
  )
  return at < 0 ? undefined : at
}

type Views = Recording['base']

function shownBy(
  { item, exchange }: { readonly item: string; readonly exchange?: number | undefined },
  { exchanges }: Recording,
  before: Views = {},
  after: Views = {},
): readonly Explanation[] {
  const sent = exchanges.find(({ n }) => n === exchange)
  if (!sent) return []
  const inViews = (views: Views) => Object.values(views).find((items) => item in items)?.[item]
  const evidence = {
    exchange: sent,
    before: inViews(before),
    after: beforeLaterAdds(inViews(after), sent, exchanges, after),
  }
  return findingsShownBy(evidence).flatMap((id) => {
    const finding = FINDINGS.find((one) => one.id === id)
    if (!finding) return []
    const { title, fix, hurts } = finding
    return [{ kind: 'finding' as const, id, title, text: fix, exchange: sent.n, hurts: [...hurts] }]
  })
}
