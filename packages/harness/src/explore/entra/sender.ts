// Entra ID: the acts of an administrator of the portal, and the cycles that follow them.
import type { Drawn } from '@scimulator/oracle'
import {
  type Act,
  BY_HAND,
  beginHistory,
  DAILY,
  type History,
  JOB_SELDOM_LONG,
  MAPPINGS,
  STATES,
  TROUBLE,
} from '@scimulator/oracle/entra'
import { placeholder } from '../../written/placeholder.ts'
import type { WrittenScenario } from '../../written/scenario-text.ts'
import { historyScenario, stepsIn } from '../history-scenario.ts'
import type { Lived, Sender } from '../sender.ts'
import { expectationsOf } from './expectations-of.ts'
import { isAvoided } from './is-avoided.ts'
import { stepsOf } from './steps-of.ts'

export interface EntraSetting {
  readonly isOptscim: boolean
  /** At an endpoint of somebody’s own nobody knows whether a second group of one name is refused: none is made. */
  readonly isForeign?: boolean
  /** Of the receiver, by name; an endpoint of somebody’s own has none. */
  readonly deviations?: readonly string[]
  /** Whether something goes wrong on the wire. */
  readonly hasFaults?: boolean
}

/** Four people and two groups, one of them assigned, and provisioning is on. */
const FIRST: readonly Act[] = [
  ...['p1', 'p2', 'p3', 'p4'].map((user) => ({ act: 'create-user', user, isBlocked: false }) as const),
  { act: 'create-group', group: 'g1', members: ['p1', 'p2'] },
  { act: 'create-group', group: 'g2', members: ['p3'] },
  { act: 'assign', principal: 'g1' },
  { act: 'start' },
]

/** Whatever happened, two cycles later the target is as it must be: what is tried again in hours or days only, the oracle foresees. */
const LAST: readonly Act[] = [{ act: 'lift' }, { act: 'start' }, { act: 'cycles', count: 2 }]
const START = Date.parse('2026-01-05T08:00:00Z')

export function entraSender(setting: EntraSetting): Sender<Act> {
  return {
    first: FIRST,
    drawn: drawnFor(setting),
    states: STATES,
    name: ({ act }) => act,
    live: (acts, most) => liveAll(acts, setting, most),
  }
}

/**
 * A lost user is among what is done by hand, and a history settles at its end. At an endpoint of somebody's own nobody is lost: what it
 * answers to a member who does not exist is not known.
 */
function drawnFor({ hasFaults = false, isForeign = false }: EntraSetting): readonly Drawn<Act>[] {
  const trouble = hasFaults ? TROUBLE.filter(({ names }) => !names.some((one) => ENDS.includes(one))) : []
  const byHand = BY_HAND.filter(({ names }) => !isForeign || !names.includes('lost-at-target'))
  return [...DAILY, ...MAPPINGS, ...JOB_SELDOM_LONG, ...byHand, ...trouble]
}

const ENDS = ['lost-at-target', 'settle']

function liveAll(acts: readonly Act[], setting: EntraSetting, most?: number): Lived<Act> {
  const history = beginHistory('default', START, { unknownMember: 400 })
  const isLeftOut = (now: History, act: Act) => isAvoided(now, act, setting)
  const { written, states } = stepsOf(history, acts, {
    isAvoided: isLeftOut,
    expected: expectationsOf,
    most: FIRST.length + (most ?? acts.length),
  })
  const last = stepsOf(history, LAST.slice(setting.hasFaults ? 0 : 1)).written.map(({ step }) => step)
  const end = expectationsOf(history)
  return {
    acts: written.map(({ act }) => act),
    states,
    scenario: (points) => scenarioOf([...stepsIn(written, points), ...last], end, setting),
  }
}

function scenarioOf(
  steps: readonly object[],
  expect: readonly object[],
  { isOptscim, deviations }: EntraSetting,
): WrittenScenario {
  return historyScenario({
    deviations,
    steps: [
      { 'receiver.add-source': { kind: 'Entra ID', activate: true }, save: 'source' },
      { 'entra.create-app': { name: 'App' } },
      { 'entra.use-mapping-preset': { preset: 'default' } },
      {
        'entra.set-credentials': {
          tenantUrl: `${placeholder('source.url')}${isOptscim ? '?aadOptscim062020' : ''}`,
          secretToken: placeholder('source.token'),
        },
      },
      ...steps,
    ],
    expect,
  })
}
