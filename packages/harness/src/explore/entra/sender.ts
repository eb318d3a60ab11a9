// Entra ID: the acts of an administrator of the portal, and the cycles that follow them.
import { type Act, beginHistory, DAILY, type History, JOB } from '@scimulator/oracle/entra'
import * as fc from 'fast-check'
import type { Sender } from '../explore.ts'
import { scenarioText } from '../scenario-text.ts'
import { expectationsOf } from './expectations-of.ts'
import { stepsOf } from './steps-of.ts'

export interface EntraSetting {
  readonly isOptscim: boolean
  /** At an endpoint of somebody’s own nobody knows whether a second group of one name is refused: none is made. */
  readonly isForeign?: boolean
  /** Of the receiver, by name; an endpoint of somebody’s own has none. */
  readonly deviations?: readonly string[]
}

/** Four people and two groups, one of them assigned, and provisioning is on. */
const FIRST: readonly Act[] = [
  ...['p1', 'p2', 'p3', 'p4'].map((user) => ({ act: 'create-user', user, isBlocked: false }) as const),
  { act: 'create-group', group: 'g1', members: ['p1', 'p2'] },
  { act: 'create-group', group: 'g2', members: ['p3'] },
  { act: 'assign', principal: 'g1' },
  { act: 'start' },
]

/** Whatever happened, two cycles later everything is at the target. */
const LAST: readonly Act[] = [{ act: 'start' }, { act: 'cycles', count: 2 }]
const START = Date.parse('2026-01-05T08:00:00Z')

export function entraSender(setting: EntraSetting): Sender<Act> {
  const drawn = [...DAILY, ...JOB].map(([weight, arbitrary]) => ({ weight, arbitrary }))
  return {
    first: FIRST,
    draw: fc.oneof(...drawn),
    name: ({ act }) => act,
    write(acts) {
      const history = beginHistory('default', START, { areGroupNamesUnique: false })
      const { steps, lived } = stepsOf(history, acts, setting.isForeign ? takesName : undefined)
      const last = stepsOf(history, LAST)
      return { text: textOf(history, [...steps, ...last.steps], setting), lived }
    },
  }
}

function takesName({ teams }: History, act: Act): boolean {
  if (act.act === 'rename-group')
    return [...teams.values()].some(({ name, key }) => name === act.name && key !== act.group)
  const made = act.act === 'create-group' || act.act === 'create-dynamic-group' ? act.group : undefined
  return made !== undefined && [...teams.values()].some(({ name }) => name === made)
}

function textOf(history: History, steps: readonly object[], { isOptscim, deviations = [] }: EntraSetting): string {
  return scenarioText({
    scenario: 'A history of acts that ends in another directory',
    description: 'Found by exploring: what is expected follows from the acts and the references alone.',
    given: { receiver: { profile: 'rfc', ...(deviations.length > 0 ? { deviations: [...deviations] } : {}) } },
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
    expect: expectationsOf(history),
  })
}

/** What an earlier step has saved, as scenario files name it. */
function placeholder(path: string): string {
  return `\${${path}}`
}
