// JumpCloud: the acts of an administrator of its portal; each is pushed at once.
import type { Drawn } from '@scimulator/oracle'
import {
  type Act,
  BY_HAND,
  CHANGED_BY_HAND,
  type Field,
  History,
  LIVES,
  STATES,
  statesOf,
  TROUBLE,
} from '@scimulator/oracle/jumpcloud'
import { placeholder } from '../../written/placeholder.ts'
import type { WrittenScenario } from '../../written/scenario-text.ts'
import { historyScenario, stepsIn, type WrittenAct } from '../history-scenario.ts'
import type { Lived, Sender } from '../sender.ts'
import { stepAtTarget } from '../step-at-target.ts'

export interface JumpCloudSetting {
  /** Of the receiver, by name; an endpoint of somebody’s own has none. */
  readonly deviations?: readonly string[]
  /** At an endpoint of somebody’s own nobody knows whether a name that another group has is refused: none is given. */
  readonly isForeign?: boolean
  /** Whether something goes wrong on the wire. */
  readonly hasFaults?: boolean
}

/** Four people and three groups, of which one is bound. */
const FIRST: readonly Act[] = [
  ...['u0', 'u1', 'u2', 'u3'].map((user) => ({ act: 'create-user', user }) as const),
  ...['g0', 'g1', 'g2'].map((group) => ({ act: 'create-group', group }) as const),
  { act: 'add-member', user: 'u0', group: 'g0' },
  { act: 'bind-group', group: 'g0' },
]

export function jumpCloudSender(setting: JumpCloudSetting): Sender<Act> {
  return {
    first: FIRST,
    drawn: drawnFor(setting),
    states: STATES,
    name: ({ act }) => act,
    live: (acts, most) => liveAll(acts, setting, most),
  }
}

/** At an endpoint of somebody’s own nobody is lost: what it answers to a member who does not exist is not known. */
function drawnFor({ hasFaults = false, isForeign = false }: JumpCloudSetting): readonly Drawn<Act>[] {
  const byHand = BY_HAND.filter(({ names }) => !isForeign || !names.includes('lost-at-target'))
  return [...LIVES, ...byHand, ...(hasFaults ? TROUBLE : [])]
}

interface Written extends WrittenAct {
  readonly act: Act
}

function liveAll(acts: readonly Act[], setting: JumpCloudSetting, most = acts.length): Lived<Act> {
  const history = new History({ areGroupNamesUnique: true })
  const written: Written[] = []
  const states = new Set<string>()
  const live = (act: Act) => {
    const step = stepOf(act, history)
    if (isAvoided(act, history, setting) || !history.apply(act)) return
    written.push({ act, ...(act.act === 'look' ? { expect: expectationsOf(history) } : { step }) })
    for (const state of statesOf(history)) states.add(state)
  }
  for (const act of acts) {
    if (written.length >= FIRST.length + most) break
    // Nobody foresees what an act comes to between two tries: first all that waits is over, or what is wrong is lifted.
    if (history.isWaiting && act.act !== 'lift') live(WAIT)
    live(act)
  }
  if (history.isWaiting) live(WAIT)
  const end = expectationsOf(history)
  return {
    acts: written.map(({ act }) => act),
    states,
    scenario: (points) => scenarioOf(stepsIn(written, points), end, setting),
  }
}

const WAIT: Act = { act: 'wait' }

/** Nobody knows of an endpoint of somebody’s own whether it refuses a second group of one name: none is made. */
function isAvoided(act: Act, history: History, { isForeign = false }: JumpCloudSetting): boolean {
  if (!isForeign) return false
  return (
    (act.act === 'rename-group' && history.isTaken(act.name)) ||
    (act.act === 'fault' && act.fault.effect.kind === 'sent-twice')
  )
}

/** With the names that people and groups have before the act. */
function stepOf(act: Act, history: History): object {
  const { people, groups } = history.source
  const user = 'user' in act ? (people.get(act.user)?.name ?? act.user) : undefined
  const group = 'group' in act ? (groups.get(act.group)?.name ?? act.group) : undefined
  const byHand = stepByHand(act, history)
  if (byHand) return byHand
  switch (act.act) {
    case 'create-user':
      return verb('create-user', { username: act.user, email: `${act.user}@contoso.example`, ...firstNames(act.user) })
    case 'create-group':
      return verb('create-group', { name: act.group })
    case 'update-user':
      return verb('update-user', { user, set: { [act.field]: act.value } })
    case 'rename-user':
      return verb('update-user', { user, set: { username: act.name } })
    case 'rename-group':
      return verb('rename-group', { group, name: act.name })
    case 'set-password':
      return verb('set-password', { user, password: 'Correct-horse-9' })
    default:
      return verb(act.act, { ...(user === undefined ? {} : { user }), ...(group === undefined ? {} : { group }) })
  }
}

/** What others do, at the target or on the wire, and time. They go by the names that the target has. */
function stepByHand(act: Act, history: History): object | undefined {
  const account = 'user' in act ? (history.accountOf(act.user)?.userName ?? act.user) : ''
  switch (act.act) {
    case 'wait':
      return { advance: UNTIL_DROPPED }
    case 'fault':
      return { fault: act.fault }
    case 'lift':
      return { 'lift-faults': {} }
    case 'lost-at-target':
    case 'changed-at-target':
    case 'disabled-at-target':
      return stepAtTarget({ act: act.act, user: account })
    case 'removed-at-target':
      return stepAtTarget({ act: act.act, user: account, group: history.teamOf(act.group)?.name ?? act.group })
    default:
      return undefined
  }
}

/** Longer than it takes to drop all pushes of one person, one after the other: three tries each, an hour apart where Retry-After asks for it. */
const UNTIL_DROPPED = '1d'

function firstNames(key: string): object {
  return { firstname: 'Given', lastname: key }
}

function verb(name: string, input: object): object {
  return { [`jumpcloud.${name}`]: input }
}

/** Where a field of a person stands in SCIM (JumpCloud: attribute mappings of the connector). */
const SHOWN: Readonly<Record<Field, (value: string) => object>> = {
  firstname: (givenName) => ({ name: { givenName } }),
  lastname: (familyName) => ({ name: { familyName } }),
  jobTitle: (title) => ({ title }),
}

function expectationsOf({ accounts, teams, notes }: History): readonly object[] {
  // Of a title that nobody ever gave, nobody needs to hear.
  const none = notes.has(CHANGED_BY_HAND) ? { title: { $absent: true } } : {}
  const people = [...accounts.values()].map(({ userName, active, fields }) => {
    const parts = [...fields].map(([field, value]) => SHOWN[field](value))
    return [userName, parts.reduce(merged, { active, ...none })] as const
  })
  const nameOf = (id: string) => accounts.get(id)?.userName ?? id
  const groups = [...teams.values()].map(
    ({ name, members }) => [name, { members: { $unordered: [...members].map(nameOf) } }] as const,
  )
  return [
    { view: 'directory.users', exactly: Object.fromEntries(people) },
    { view: 'directory.groups', exactly: Object.fromEntries(groups) },
  ]
}

/** The parts of a name come from two fields. */
function merged(one: object, other: object): object {
  const name = { ...(one as { name?: object }).name, ...(other as { name?: object }).name }
  return { ...one, ...other, ...(Object.keys(name).length > 0 ? { name } : {}) }
}

function scenarioOf(
  steps: readonly object[],
  expect: readonly object[],
  { deviations }: JumpCloudSetting,
): WrittenScenario {
  return historyScenario({
    deviations,
    given: { jumpcloud: { switches: { latencyMs: 0 } } },
    steps: [
      { 'receiver.add-source': { kind: 'JumpCloud', activate: true }, save: 'source' },
      verb('create-application', { displayLabel: 'App' }),
      verb('configure-scim', {
        baseUrl: placeholder('source.url'),
        token: placeholder('source.token'),
        testUserEmail: 'scim-test@contoso.example',
      }),
      verb('activate', {}),
      ...steps,
    ],
    expect,
  })
}
