// What strikes only one kind of Okta's applications has that as its condition: the other one works. Pure.
import type { Difference, Finding, Sighting, Victim } from '@scimulator/findings'
import type { ActsOfLife } from './acts-not-judged.ts'
import type { Judgement } from './judge.ts'
import type { Sender } from './lives/expected-directory.ts'

const KINDS = {
  okta: 'if Okta’s application was made by the wizard',
  oktaCatalogue: 'if Okta’s application is from the catalogue',
} as const
type Kind = keyof typeof KINDS

/** @param lived what was lived of each life */
export function withOktaKinds(judgement: Judgement, lived: ReadonlyMap<Sender, ActsOfLife>): Judgement {
  // A life that was not lived whole says nothing of what it would have met.
  if (!isOktaLived(lived)) return judgement
  const ofFinding = new Map(
    judgement.sightings.map(({ finding }) => [finding.id, onlyKind(struckBy(finding.id, judgement))]),
  )
  const ofRaw = new Map(judgement.unexplained.map(({ id, differences }) => [id, onlyKind(kindsIn(differences))]))
  const alone = new Set([...ofFinding.values(), ...ofRaw.values()])
  // Where each kind has something of its own, neither works.
  const isHalf = !(alone.has('okta') && alone.has('oktaCatalogue'))
  const sightings = judgement.sightings.map((whole) => {
    const sighting =
      isLived(whole.finding) && struckBy(whole.finding.id, judgement).size === 0 ? withoutOkta(whole) : whole
    const kind = sighting.hurts.includes('okta') ? ofFinding.get(sighting.finding.id) : undefined
    if (kind === undefined || !isHalf) return sighting
    return { ...sighting, conditions: new Map<Victim, string>([...(sighting.conditions ?? []), ['okta', KINDS[kind]]]) }
  })
  const unexplained = judgement.unexplained.map((one) => {
    const kind = one.differences.every(({ sender }) => isKind(sender)) && isHalf ? ofRaw.get(one.id) : undefined
    return kind === undefined || one.when !== undefined ? one : { ...one, when: KINDS[kind] }
  })
  return { ...judgement, sightings, unexplained }
}

/** Whether both kinds were lived to the end, so that what they show is all there is. */
export function isOktaLived(lived: ReadonlyMap<Sender, ActsOfLife>): boolean {
  return isWhole(lived.get('okta')) && isWhole(lived.get('oktaCatalogue'))
}

/** Whether Okta's lives show what it does to Okta; of data and moments that no story has, a question has decided. */
function isLived({ explains, unseen, when, whenFor }: Finding): boolean {
  const isMet = when === undefined || when === 'where groups are provisioned' || when.startsWith('if Entra ID')
  return explains !== undefined && unseen === undefined && isMet && whenFor?.okta === undefined
}

function withoutOkta(sighting: Sighting): Sighting {
  return { ...sighting, hurts: sighting.hurts.filter((victim) => victim !== 'okta') }
}

function isWhole(life: ActsOfLife | undefined): boolean {
  return life !== undefined && life.notLived.length === 0 && life.acts.length > 0
}

function struckBy(finding: string, { causes }: Judgement): ReadonlySet<Kind> {
  return kindsIn([...causes].flatMap(([difference, cause]) => (cause === finding ? [difference] : [])))
}

function kindsIn(differences: readonly Difference[]): ReadonlySet<Kind> {
  return new Set(differences.map(({ sender }) => sender).filter(isKind))
}

function onlyKind(kinds: ReadonlySet<Kind>): Kind | undefined {
  const [kind, ...others] = kinds
  return others.length === 0 ? kind : undefined
}

function isKind(sender: string): sender is Kind {
  return Object.hasOwn(KINDS, sender)
}
