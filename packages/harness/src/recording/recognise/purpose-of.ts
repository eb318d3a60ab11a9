// What a request is for, by its form: RFC 7644 says what each method means, and identity providers have habits within it.
import { asText, isJsonArray } from '@scimulator/shared/scim'
import { type Asked, isUuid, type Operation } from './asked.ts'

/** In the words of the engines, with members told apart. */
const RECORDED_PURPOSES = [
  'describe',
  'probe',
  'match',
  'read',
  'check-reference',
  'list',
  'create',
  'update',
  'enable',
  'disable',
  'delete',
  'add-member',
  'remove-member',
  'change-members',
  'set-manager',
  'remove-manager',
  'other',
] as const
export type RecordedPurpose = (typeof RECORDED_PURPOSES)[number]

/** What a request alone does not show. */
interface Around {
  /** Whether the value is named anywhere else: a probe asks for a name that nobody has (Microsoft: Develop a SCIM endpoint). */
  isNamedElsewhere(value: string): boolean
  /** What was written last to `active` of the same resource. */
  readonly wasActive: boolean | undefined
}

type Rule = readonly [purpose: RecordedPurpose, fits: (asked: Asked, around: Around) => boolean]

const DESCRIBING = /^(Schemas|ResourceTypes|ServiceProviderConfigs?)$/i

/** The first that fits. */
const RULES: readonly Rule[] = [
  ['describe', ({ method, place }) => method === 'GET' && DESCRIBING.test(place)],
  ['other', ({ place }) => !/^(Users|Groups)$/i.test(place)],
  ['read', ({ method, id }) => method === 'GET' && id !== undefined],
  // An id together with what the resource must refer to (Microsoft: Develop a SCIM endpoint, example 4).
  ['check-reference', ({ method, compared }) => method === 'GET' && compared.length === 2 && compared.some(isId)],
  ['probe', isProbe],
  ['match', ({ method, compared }) => method === 'GET' && compared.length > 0],
  ['list', ({ method }) => method === 'GET'],
  ['delete', ({ method, id }) => method === 'DELETE' && id !== undefined],
  ['create', ({ method, id }) => method === 'POST' && id === undefined],
  ['set-manager', (asked) => isAbout(asked, isManager, (one) => !isRemoval(one))],
  ['remove-manager', (asked) => isAbout(asked, isManager, isRemoval)],
  ['add-member', (asked) => isAbout(asked, isMembers, ({ op }) => /^add$/i.test(op))],
  ['remove-member', (asked) => isAbout(asked, isMembers, ({ op }) => /^remove$/i.test(op))],
  ['change-members', (asked) => isAbout(asked, isMembers, () => true)],
  ['disable', (asked) => activeIn(asked) === false],
  ['enable', (asked, { wasActive }) => activeIn(asked) === true && (asked.method === 'PATCH' || wasActive === false)],
  ['update', ({ method }) => method === 'PATCH' || method === 'PUT'],
  ['other', () => true],
]

export function purposeOf(asked: Asked, around: Around): RecordedPurpose {
  return RULES.find(([, fits]) => fits(asked, around))?.[0] ?? 'other'
}

function isProbe({ method, compared }: Asked, { isNamedElsewhere }: Around): boolean {
  const [one, ...others] = compared
  return (
    method === 'GET' && one !== undefined && others.length === 0 && isUuid(one.value) && !isNamedElsewhere(one.value)
  )
}

function isId({ attribute }: Asked['compared'][number]): boolean {
  return attribute === 'id'
}

function isAbout(
  { operations }: Asked,
  about: (one: Operation) => boolean,
  does: (one: Operation) => boolean,
): boolean {
  return operations.length > 0 && operations.every((one) => about(one) && does(one))
}

function isManager({ path }: Operation): boolean {
  return path !== undefined && /(^|:)manager(\[|\.|$)/i.test(path)
}

function isMembers({ path }: Operation): boolean {
  return path !== undefined && /^members(\[|$)/i.test(path)
}

/** To replace it by nothing takes it away as well (Microsoft's validation tests). */
function isRemoval({ op, value }: Operation): boolean {
  return (
    /^remove$/i.test(op) ||
    (/^replace$/i.test(op) && (value === '' || value === null || (isJsonArray(value) && value.length === 0)))
  )
}

/** What a PATCH or a PUT writes to `active`; Entra ID may write it as a text (Microsoft: SCIM 2.0 protocol compliance). */
export function activeIn({ method, operations, body }: Asked): boolean | undefined {
  if (method === 'PUT') return asBoolean(body.active)
  const values = operations.flatMap(({ path, value }) => {
    if (path !== undefined) return /^active$/i.test(path) ? [value] : []
    return typeof value === 'object' && value !== null && 'active' in value ? [value.active] : []
  })
  return asBoolean(values.at(-1))
}

function asBoolean(value: unknown): boolean | undefined {
  return /^true$/i.test(asText(value)) ? true : /^false$/i.test(asText(value)) ? false : undefined
}
