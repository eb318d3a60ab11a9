// Runs that did not pass, by what they have in common; and what of each of them that does not explain. Pure.
import type { DifferenceRecord, ExchangeRecord } from './recording.ts'
import type { Explanation, ScenarioResult } from './result.ts'
import { counted } from './tree.ts'

/** Runs with a reason in common, as far as it is known. */
export interface CauseGroup {
  /** The same for each of them; nothing is the same for a run that stands alone. */
  readonly reason: Reason | undefined
  /** Of all of them. */
  readonly explanations: readonly Explanation[]
  readonly results: readonly ScenarioResult[]
}

//  kind     | runs are together that
//  ---------+---------------------------------------------------------------
//  finding  | show the same finding first
//  message  | ended with the same message
//  exchange | failed first by the same kind of exchange, in the same attributes
interface Reason {
  readonly kind: 'finding' | 'message' | 'exchange'
  readonly key: string
}

/** Something that failed: an expectation about one item, or a step. */
interface Failed extends Pick<DifferenceRecord, 'attributes' | 'exchange'> {
  /** A person, a group, or what the step does. */
  readonly item: string
}

/** Those with a cause in common stand together, where the first of them stood. */
export function causeGroups(results: readonly ScenarioResult[]): readonly CauseGroup[] {
  const groups = new Map<string, { readonly reason: Reason | undefined; readonly results: ScenarioResult[] }>()
  for (const [at, result] of results.entries()) {
    const reason = reasonOf(result)
    const key = reason ? `${reason.kind} ${reason.key}` : `alone ${at}`
    groups.set(key, { reason, results: [...(groups.get(key)?.results ?? []), result] })
  }
  return [...groups.values()].map((group) => ({ ...group, explanations: explanationsOf(group.results) }))
}

/** `2 runs did not pass for one reason, and 1 of them for another one as well` */
export function togetherText(group: CauseGroup): string {
  const more = group.results.filter((result) => otherFailures(result, group).length > 0).length
  const runs = `${counted(group.results.length, 'run')} did not pass for one reason`
  return more === 0 ? runs : `${runs}, and ${more} of them for another one as well`
}

/** What failed in a run of the group and is not explained by what they have in common: `bo@contoso.example (title)`. */
export function otherFailures(result: ScenarioResult, { reason, results }: CauseGroup): readonly string[] {
  if (results.length < 2 || reason === undefined || reason.kind === 'message') return []
  const others = failedIn(result).filter((failed) => !isExplained(failed, reason, result))
  return [...new Set(others.map(({ item, attributes }) => `${item}${namesOf(attributes)}`))]
}

function namesOf(attributes: Failed['attributes']): string {
  const names = attributes.map(({ attribute }) => attribute).filter((name) => name !== '')
  return names.length === 0 ? '' : ` (${names.join(', ')})`
}

function isExplained(failed: Failed, { kind, key }: Reason, result: ScenarioResult): boolean {
  if (kind === 'exchange') return exchangeKey(failed, result) === key
  const shownBy = result.explanations.filter(({ id }) => id === key)
  return shownBy.some(({ exchange, alsoBy = [] }) => [exchange, ...alsoBy].includes(failed.exchange))
}

/** Those that every run has. */
function explanationsOf([first, ...others]: readonly ScenarioResult[]): readonly Explanation[] {
  const isShared = ({ id }: Explanation): boolean =>
    others.every(({ explanations }) => idsOf(explanations).includes(id))
  return (first?.explanations ?? []).filter(isShared)
}

/** Those that one run has and another one of the group has not. */
export function ownExplanations(result: ScenarioResult, { explanations }: CauseGroup): readonly Explanation[] {
  return result.explanations.filter(({ id }) => !idsOf(explanations).includes(id))
}

function idsOf(explanations: readonly Explanation[]): readonly string[] {
  return explanations.map(({ id }) => id)
}

function reasonOf(result: ScenarioResult): Reason | undefined {
  const finding = result.explanations.find(({ kind }) => kind === 'finding')
  if (finding) return { kind: 'finding', key: finding.id }
  if (result.message !== undefined && result.outcome !== 'rejected')
    return { kind: 'message', key: `${result.outcome} ${withoutIds(result.message)}` }
  const [first] = failedIn(result)
  const key = first && exchangeKey(first, result)
  return key === undefined ? undefined : { kind: 'exchange', key }
}

function exchangeKey({ attributes, exchange }: Failed, result: ScenarioResult): string | undefined {
  const cause = exchangeOf(exchange, result)
  if (!cause) return undefined
  const { request, response, failure } = cause
  const names = attributes.map(({ attribute }) => attribute).join()
  return [request.method, withoutIds(request.url), response?.status ?? failure?.kind, names].join(' ')
}

function withoutIds(text: string): string {
  return text
    .replace(/\?.*/s, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}')
    .replace(/\/(Users|Groups)\/[^/\s]+/g, '/$1/{id}')
    .replace(/scimulator-[a-z0-9]{8}(-[a-z0-9]{5})?/g, '{run}')
}

export function failedIn({ recording }: ScenarioResult): readonly Failed[] {
  return (recording?.steps ?? []).flatMap(({ expectations, outcome, exchange, title }) => [
    ...(outcome === 'failed' && exchange !== undefined ? [{ item: title, exchange, attributes: [] }] : []),
    ...expectations.filter(({ ok }) => ok === false).flatMap(({ difference }) => difference),
  ])
}

export function exchangeOf(number: number | undefined, { recording }: ScenarioResult): ExchangeRecord | undefined {
  return number === undefined ? undefined : recording?.exchanges.find(({ n }) => n === number)
}
