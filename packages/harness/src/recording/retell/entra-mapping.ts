// Which attribute of the source each target attribute may have come from: that of the mapping that a new application has, where nothing
// speaks against it.

import type { JsonValue } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import type { Cast, Member } from './cast.ts'
import type { Write } from './writes.ts'

export interface TellingMapping {
  readonly steps: readonly object[]
  /** What must be written to a person at the source, so that this value is sent. */
  sourceOf(path: string): string | undefined
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const JOINED = 'Join(" ", [givenName], [surname])'
const SWITCHED = 'IsSoftDeleted'

/** Of a new application (SingleID, Capturi), and of Lark's help page (Lark D03-D05). */
const PRESETS: Readonly<Record<'default' | 'lark', Readonly<Record<string, string>>>> = {
  default: {
    userName: 'userPrincipalName',
    active: SWITCHED,
    displayName: 'displayName',
    title: 'jobTitle',
    'emails[type eq "work"].value': 'mail',
    preferredLanguage: 'preferredLanguage',
    'name.givenName': 'givenName',
    'name.familyName': 'surname',
    'name.formatted': JOINED,
    'addresses[type eq "work"].formatted': 'physicalDeliveryOfficeName',
    'addresses[type eq "work"].streetAddress': 'streetAddress',
    'addresses[type eq "work"].locality': 'city',
    'addresses[type eq "work"].region': 'state',
    'addresses[type eq "work"].postalCode': 'postalCode',
    'addresses[type eq "work"].country': 'country',
    'phoneNumbers[type eq "work"].value': 'telephoneNumber',
    'phoneNumbers[type eq "mobile"].value': 'mobile',
    'phoneNumbers[type eq "fax"].value': 'facsimileTelephoneNumber',
    externalId: 'mailNickname',
    [`${ENTERPRISE}:employeeNumber`]: 'employeeId',
    [`${ENTERPRISE}:department`]: 'department',
    [`${ENTERPRISE}:manager`]: 'manager',
  },
  lark: {
    userName: 'userPrincipalName',
    active: SWITCHED,
    displayName: 'displayName',
    title: 'jobTitle',
    'emails[type eq "work"].value': 'userPrincipalName',
    'name.givenName': 'givenName',
    'name.familyName': 'surname',
    'addresses[type eq "work"].country': 'country',
    'phoneNumbers[type eq "mobile"].value': 'mobile',
    externalId: 'objectId',
    [`${ENTERPRISE}:employeeNumber`]: 'employeeId',
    [`${ENTERPRISE}:department`]: 'department',
    userType: 'employeeType',
  },
}

/** What a person was sent with, write after write. */
interface Sent {
  readonly userName: JsonValue | undefined
  readonly values: ReadonlyMap<string, JsonValue>
  readonly member: Member
}

export function mappingOf(
  writes: readonly Write[],
  cast: Cast,
  { matched, matchedGroups, namesEnterprise }: Seen,
): TellingMapping {
  const sent = sentOf(writes, cast)
  const paths = [...new Set(sent.flatMap(({ values }) => [...values.keys()]))].filter((path) => path !== '')
  const used = new Set<string>(['userPrincipalName', 'objectId'])
  const sources = new Map(paths.map((path) => [path, sourceFor(path, sent, used)]))
  const groupHasId = writes.some(({ kind, values }) => kind === 'Group' && values.has('externalId'))
  const steps = (one: keyof typeof PRESETS) =>
    stepsFrom(one, { sources, groupHasId, matched, matchedGroups, namesEnterprise })
  const preset = steps('lark').length < steps('default').length ? 'lark' : 'default'
  return { steps: steps(preset), sourceOf: (path) => sources.get(path) }
}

function sentOf(writes: readonly Write[], cast: Cast): readonly Sent[] {
  const names = new Map<Member, JsonValue>()
  return writes
    .filter(({ kind, op }) => kind === 'User' && op !== 'delete')
    .map((write) => {
      const member = cast.of(write)
      const userName = write.values.get('userName') ?? names.get(member) ?? member.found?.resource.userName
      if (userName !== undefined) names.set(member, userName)
      return { userName, values: write.values, member }
    })
}

function sourceFor(path: string, sent: readonly Sent[], used: Set<string>): string {
  if (path === 'userName') return 'userPrincipalName'
  if (path === 'active') return SWITCHED
  if (path.endsWith(':manager')) return 'manager'
  const about = sent.filter(({ values }) => values.has(path))
  if (about.every(({ values }) => isUuid(values.get(path)))) return 'objectId'
  if (isWithName(path, sent)) return 'userPrincipalName'
  if (path === 'name.formatted' && about.every(isJoined)) return JOINED
  const usual = PRESETS.default[path] ?? PRESETS.lark[path]
  const source = usual && usual !== JOINED && !used.has(usual) ? usual : freeSource(used)
  used.add(source)
  return source
}

/** It is the name wherever it is sent, and is sent whenever the name is. */
function isWithName(path: string, sent: readonly Sent[]): boolean {
  return sent.every(({ userName, values }) =>
    values.has(path) ? values.get(path) === userName : !values.has('userName'),
  )
}

function isJoined({ values }: Sent): boolean {
  const [given, family] = [values.get('name.givenName'), values.get('name.familyName')]
  return values.get('name.formatted') === [given, family].filter((one) => one !== undefined && one !== null).join(' ')
}

function isUuid(value: JsonValue | undefined): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(asText(value))
}

function freeSource(used: ReadonlySet<string>): string {
  const all = Array.from({ length: 15 }, (_, at) => `extensionAttribute${at + 1}`)
  return all.find((one) => !used.has(one)) ?? 'otherMails'
}

interface Seen {
  /** Attributes that people are looked up by. */
  readonly matched: readonly string[]
  /** And groups. */
  readonly matchedGroups: readonly string[]
  /** Whether new users come with the enterprise schema, which they do as soon as a row writes to it. */
  readonly namesEnterprise: boolean
}

interface Needed extends Seen {
  readonly sources: ReadonlyMap<string, string>
  readonly groupHasId: boolean
}

function stepsFrom(
  preset: 'default' | 'lark',
  { sources, groupHasId, matched, matchedGroups, namesEnterprise }: Needed,
): readonly object[] {
  const before = PRESETS[preset]
  const isInTheWay = (target: string, source: string) =>
    ALWAYS_THERE.has(source) || (target.startsWith(ENTERPRISE) && !namesEnterprise)
  // A row whose source has no value sends nothing: it may stay.
  const removed = Object.entries(before).filter(
    ([target, source]) => !sources.has(target) && target !== 'userName' && isInTheWay(target, source),
  )
  const set = [...sources].filter(([target, source]) => before[target] !== source)
  const groups = groupHasId === (preset === 'default') ? [] : [groupHasId ? ADD_GROUP_ID : REMOVE_GROUP_ID]
  return [
    { 'entra.use-mapping-preset': { preset } },
    ...removed.map(([target]) => ({ 'entra.remove-mapping': { objectType: 'User', target } })),
    ...set.map(([target, source]) => ({ 'entra.set-mapping': { objectType: 'User', target, ...from(source) } })),
    ...matchingSteps(sources, matched),
    ...groups,
    ...(matchedGroups.includes('externalId') ? MATCHED_BY_ID : []),
  ]
}

/** Attributes that everybody has a value of. */
const ALWAYS_THERE = new Set(['userPrincipalName', 'objectId', 'mailNickname', 'displayName', JOINED, SWITCHED])

const REMOVE_GROUP_ID = { 'entra.remove-mapping': { objectType: 'Group', target: 'externalId' } }
const ADD_GROUP_ID = { 'entra.set-mapping': { objectType: 'Group', target: 'externalId', source: 'objectId' } }

const MATCHED_BY_ID = [
  {
    'entra.set-mapping': { objectType: 'Group', target: 'externalId', source: 'objectId', matchingPriority: 1 },
  },
  {
    'entra.set-mapping': { objectType: 'Group', target: 'displayName', source: 'displayName', matchingPriority: 0 },
  },
]

function from(source: string): object {
  return source === JOINED ? { type: 'Expression', source } : { source }
}

/** People are looked up by something else than their name. */
function matchingSteps(sources: ReadonlyMap<string, string>, matched: readonly string[]): readonly object[] {
  if (matched.length === 0 || (matched.length === 1 && matched[0] === 'userName')) return []
  const row = (target: string, matchingPriority: number) => ({
    'entra.set-mapping': {
      objectType: 'User',
      target,
      ...from(sources.get(target) ?? 'userPrincipalName'),
      matchingPriority,
    },
  })
  const others = matched.includes('userName') ? [] : [row('userName', 0)]
  return [...matched.map((target, at) => row(target, at + 1)), ...others]
}
