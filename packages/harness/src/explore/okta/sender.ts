// Okta: the acts of an administrator of its admin console, at an application of either kind; each is sent at once.
import type { Drawn } from '@scimulator/oracle'
import { type Act, EVENTS, History, type Kind } from '@scimulator/oracle/okta'
import * as fc from 'fast-check'
import { placeholder } from '../../written/placeholder.ts'
import type { WrittenScenario } from '../../written/scenario-text.ts'
import { historyScenario, stepsIn, type WrittenAct } from '../history-scenario.ts'
import type { Lived, Sender } from '../sender.ts'
import { expectationsOf } from './expectations-of.ts'
import { STATES, statesOf } from './states.ts'
import { stepOf } from './step-of.ts'
import { type FaultAct, type Mending, mendingSteps, TROUBLE } from './trouble.ts'

export interface OktaSetting {
  /** Made by the wizard, which writes groups by PUT, or from the catalogue, which writes by PATCH. */
  readonly kind: Kind
  /** Of the receiver, by name; an endpoint of somebody’s own has none. */
  readonly deviations?: readonly string[]
  /** Whether something goes wrong on the wire. */
  readonly hasFaults?: boolean
}

/** What happens, what goes wrong in the next act of an administrator and how that is mended, or a look at the directory. */
type Done = Act | FaultAct | Mending | { readonly act: 'look' }

/** Four people and three groups, of which one is assigned and pushed. */
const FIRST: readonly Done[] = [
  ...['u0', 'u1', 'u2', 'u3'].map((user) => ({ act: 'create-user', user }) as const),
  ...['g0', 'g1', 'g2'].map((group) => ({ act: 'create-group', group }) as const),
  { act: 'add-member', user: 'u0', group: 'g0' },
  { act: 'assign-group', group: 'g0' },
  { act: 'push-group', group: 'g0' },
]

const LOOK: Drawn<Done> = { names: ['look'], weight: 3, arbitrary: fc.constant({ act: 'look' }) }

export function oktaSender(setting: OktaSetting): Sender<Done> {
  return {
    first: FIRST,
    drawn: [...EVENTS, LOOK, ...(setting.hasFaults ? [TROUBLE] : [])],
    states: STATES,
    name: ({ act }) => act,
    live: (acts, most) => liveAll(acts, setting, most),
  }
}

interface Written extends WrittenAct {
  readonly done: Done
}

function liveAll(acts: readonly Done[], setting: OktaSetting, most = acts.length): Lived<Done> {
  const life = new Life(setting.kind)
  for (const done of acts) {
    if (life.written.length >= FIRST.length + most) break
    life.live(done)
  }
  life.mend()
  const end = expectationsOf(life.history)
  return {
    acts: life.written.map(({ done }) => done),
    states: life.states,
    scenario: (points) => scenarioOf(stepsIn(life.written, points), end, setting),
  }
}

/** Written anew wherever something has to be mended. */
const MEND: Mending = { act: 'mend' }

class Life {
  readonly history: History
  readonly written: Written[] = []
  readonly states = new Set<string>()
  /** Whether a fault waits for an act. */
  #isInTrouble = false

  constructor(kind: Kind) {
    this.history = new History(kind)
  }

  /** Nothing where it may not be done now. While a fault is in force only the act that it strikes is. */
  live(done: Done): void {
    if (done.act === 'fault') this.#begin(done)
    else if (done.act === 'look') this.#look(done)
    else if (done.act !== 'mend' && !(this.#isInTrouble && isUntroubled(done))) this.#do(done)
  }

  /** Lifts a fault that nothing has met, too. */
  mend(group?: string): void {
    if (!this.#isInTrouble) return
    this.#isInTrouble = false
    const isPushed = group !== undefined && this.history.apply({ act: 'push-now', group })
    const name = isPushed ? this.history.source.groups.get(group)?.name : undefined
    this.written.push({ done: MEND, step: mendingSteps(name === undefined ? [] : [name]) })
  }

  #begin(done: FaultAct): void {
    if (this.#isInTrouble) return
    this.#isInTrouble = true
    this.written.push({ done, step: { fault: done.fault } })
  }

  #look(done: Done): void {
    if (!this.#isInTrouble) this.written.push({ done, expect: expectationsOf(this.history) })
  }

  /** The step is written with the names from before the act. */
  #do(act: Act): void {
    const step = stepOf(act, this.history)
    if (isAvoided(act, this.history) || !this.history.apply(act)) return
    this.written.push({ done: act, step })
    this.mend('group' in act ? act.group : undefined)
    for (const state of statesOf(this.history)) this.states.add(state)
  }
}

/** What others do at the endpoint, and what is chosen from a list that Okta could not read (O426). */
function isUntroubled(act: Act): boolean {
  return act.act.endsWith('-at-target') || (act.act === 'push-group' && act.link !== undefined)
}

/** The oracle’s endpoint takes two groups of one name, which ours refuses: no group is written under a name that another one there has. */
function isAvoided(act: Act, history: History): boolean {
  if (!('group' in act)) return false
  const name = act.act === 'rename-group' ? act.name : history.source.groups.get(act.group)?.name
  const named = (wanted: string | undefined) => [...history.teams.values()].find((team) => team.name === wanted)
  const written = act.act === 'push-group' && act.link !== undefined ? named(act.link) : history.teamOf(act.group)
  const other = named(name)
  return written !== undefined && other !== undefined && other !== written
}

function scenarioOf(
  steps: readonly object[],
  expect: readonly object[],
  { kind, deviations }: OktaSetting,
): WrittenScenario {
  return historyScenario({
    deviations,
    given: { okta: {} },
    steps: [
      { 'receiver.add-source': { kind: 'Entra ID', activate: true }, save: 'source' },
      { 'okta.create-application': { label: 'App', kind } },
      { 'okta.configure-scim': { baseUrl: placeholder('source.url'), token: tokenFor(kind) } },
      { 'okta.set-features': { createUsers: true, updateUsers: true, deactivateUsers: true } },
      ...steps,
    ],
    expect,
  })
}

/** The wizard puts the word before the token, the catalogue sends what is typed. */
function tokenFor(kind: Kind): string {
  const token = placeholder('source.token')
  return kind === 'wizard' ? token : `Bearer ${token}`
}
