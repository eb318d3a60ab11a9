// JumpCloud: the acts of an administrator of its portal; each is pushed at once.
import { type Act, type Field, History, LIVES, STATES } from '@scimulator/oracle/jumpcloud'
import { historyText, placeholder, stepsIn, type WrittenAct } from '../history-text.ts'
import type { Lived, Sender } from '../sender.ts'

export interface JumpCloudSetting {
  /** Of the receiver, by name; an endpoint of somebody’s own has none. */
  readonly deviations?: readonly string[]
  /** At an endpoint of somebody’s own nobody knows whether a name that another group has is refused: none is given. */
  readonly isForeign?: boolean
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
    drawn: LIVES,
    states: STATES,
    name: ({ act }) => act,
    live: (acts, most) => liveAll(acts, setting, most),
  }
}

interface Written extends WrittenAct {
  readonly act: Act
}

function liveAll(acts: readonly Act[], setting: JumpCloudSetting, most = acts.length): Lived<Act> {
  const history = new History({ areGroupNamesUnique: true })
  const written: Written[] = []
  const states = new Set<string>()
  for (const act of acts) {
    if (written.length >= FIRST.length + most) break
    const step = stepOf(act, history)
    if (setting.isForeign && act.act === 'rename-group' && history.isTaken(act.name)) continue
    if (!history.apply(act)) continue
    written.push({ act, ...(act.act === 'look' ? { expect: expectationsOf(history) } : { step }) })
    for (const state of history.states()) states.add(state)
  }
  const end = expectationsOf(history)
  return {
    acts: written.map(({ act }) => act),
    states,
    text: (points) => textOf(stepsIn(written, points), end, setting),
  }
}

/** With the names that people and groups have before the act. */
function stepOf(act: Act, { people, groups }: History): object {
  const user = 'user' in act ? (people.get(act.user)?.name ?? act.user) : undefined
  const group = 'group' in act ? (groups.get(act.group)?.name ?? act.group) : undefined
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

function expectationsOf({ accounts, teams }: History): readonly object[] {
  const people = [...accounts.values()].map(({ userName, active, fields }) => {
    const parts = [...fields].map(([field, value]) => SHOWN[field](value))
    return [userName, parts.reduce(merged, { active })] as const
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

function textOf(steps: readonly object[], expect: readonly object[], { deviations }: JumpCloudSetting): string {
  return historyText({
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
