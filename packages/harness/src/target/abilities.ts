// What an endpoint does where RFC 7644 leaves a choice. A pure conversation: it yields what is to be asked, is handed what was answered, and
// ends in what was learnt. Every answer is an outcome; where an endpoint refuses the question, the trait stays unknown.
import { type Exchange, jsonBody } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonObject, urns } from '@scimulator/shared/scim'

/** What can be found out by asking. Scenarios name these, and `run-clock`, which a foreign endpoint never has. */
type Ability =
  | 'groups'
  | 'put'
  | 'delete'
  | 'soft-delete'
  | 'filter-external-id'
  | 'filter-email'
  | 'filter-title'
  | 'filter-group-external-id'
  | 'users-without-email'
  | 'hundred-a-page'
  | 'nested-groups'
  | 'unique-group-names'
  | 'folded-slashes'

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind the base URL: `/Users`. */
  readonly path: string
  readonly body?: JsonObject
}

export interface Traits {
  readonly abilities: ReadonlySet<Ability>
  /** Status of a PATCH that succeeded: 200 or 204 (RFC 7644 §3.5.2). */
  readonly patchAnswer: number | undefined
  readonly idForm: 'UUIDs' | 'integers' | 'texts' | undefined
  readonly unknownAttributes: 'kept' | 'dropped' | 'refused' | undefined
  readonly requiresEmail: boolean | undefined
  /** filter.maxResults of the ServiceProviderConfig (RFC 7643 §5). */
  readonly maxResults: number | undefined
}

export type Learning<Learnt> = Generator<Question, Learnt, Exchange>

const PERSON = 'ability.one@example.com'
const OTHER = 'ability.two@example.com'
const UNKNOWN = 'scimulatorUnknown'
const GROUP = 'Ability'
const TITLE = 'Ability tester'

/** By what an identity provider can be told to match beside userName and displayName, with the attribute that has to be kept for it. */
const USER_FILTERS: readonly AskedFilter[] = [
  { ability: 'filter-external-id', by: 'externalId', attribute: 'externalId', filter: `externalId eq "${PERSON}"` },
  {
    ability: 'filter-email',
    by: 'email address',
    attribute: 'emails',
    filter: `emails[type eq "work"].value eq "${PERSON}"`,
  },
  { ability: 'filter-title', by: 'title', attribute: 'title', filter: `title eq "${TITLE}"` },
]
const GROUP_FILTERS: readonly AskedFilter[] = [
  {
    ability: 'filter-group-external-id',
    by: 'externalId of groups',
    attribute: 'externalId',
    filter: `externalId eq "${GROUP}"`,
  },
]

interface AskedFilter {
  readonly ability: Ability
  /** In words. */
  readonly by: string
  readonly attribute: string
  readonly filter: string
}

export function* learnTraits(): Learning<Traits> {
  const abilities = new Set<Ability>()
  const maxResults = yield* askMaxResults()
  if (maxResults === undefined || maxResults >= 100) abilities.add('hundred-a-page')
  const { user, unknownAttributes } = yield* createPerson()
  for (const ability of user ? yield* askFilters(`/Users/${user.id}`, USER_FILTERS) : []) abilities.add(ability)
  const requiresEmail = yield* askForUserWithoutEmail()
  if (requiresEmail === false) abilities.add('users-without-email')
  const patchAnswer = user && (yield* askPatch(user.id))
  if (user && (yield* asks('PUT', `/Users/${user.id}`, personBody(user.id)))) abilities.add('put')
  for (const ability of yield* askGroups()) abilities.add(ability)
  if (yield* asks('GET', '//Users?startIndex=1&count=1')) abilities.add('folded-slashes')
  const ending = user && (yield* askDelete(user.id))
  if (ending) abilities.add(ending)
  return { abilities, patchAnswer, idForm: formOf(user?.id), unknownAttributes, requiresEmail, maxResults }
}

/** In words, for the report; empty when nothing was learnt. */
export function traitLines(traits: Traits): readonly string[] {
  const { patchAnswer, idForm, unknownAttributes, requiresEmail, maxResults, abilities } = traits
  const asked = [...(idForm === undefined ? [] : USER_FILTERS), ...(abilities.has('groups') ? GROUP_FILTERS : [])]
  const refused = asked.filter(({ ability }) => !abilities.has(ability)).map(({ by }) => by)
  return [
    ...(patchAnswer === undefined ? [] : [`answers ${patchAnswer} to PATCH`]),
    ...(idForm === undefined ? [] : [`its ids are ${idForm}`]),
    ...(abilities.has('groups')
      ? [`group names ${abilities.has('unique-group-names') ? 'are unique' : 'need not be unique'}`]
      : ['has no groups']),
    ...(unknownAttributes === undefined ? [] : [`unknown attributes are ${unknownAttributes}`]),
    ...(requiresEmail === undefined ? [] : [`email addresses are ${requiresEmail ? 'required' : 'optional'}`]),
    ...(refused.length === 0 ? [] : [`does not filter by ${refused.join(', ')}`]),
    ...(abilities.has('soft-delete') ? ['deleted users stay, inactive'] : []),
    ...(maxResults === undefined ? [] : [`at most ${maxResults} resources a page`]),
  ]
}

function* askMaxResults(): Learning<number | undefined> {
  const config = bodyOf(yield { method: 'GET', path: '/ServiceProviderConfig' })
  const filter = config?.filter
  const maxResults = isJsonObject(filter) ? filter.maxResults : undefined
  return typeof maxResults === 'number' ? maxResults : undefined
}

interface Created {
  readonly user: { readonly id: string } | undefined
  readonly unknownAttributes: Traits['unknownAttributes']
}

/** With an attribute that no schema has; where that is refused, without it. */
function* createPerson(): Learning<Created> {
  const first = yield { method: 'POST', path: '/Users', body: { ...personBody(), [UNKNOWN]: 'x' } }
  const id = idOf(first)
  if (id !== undefined) {
    return { user: { id }, unknownAttributes: bodyOf(first)?.[UNKNOWN] === undefined ? 'dropped' : 'kept' }
  }
  const second = idOf(yield { method: 'POST', path: '/Users', body: personBody() })
  return second === undefined
    ? { user: undefined, unknownAttributes: undefined }
    : { user: { id: second }, unknownAttributes: 'refused' }
}

function* askForUserWithoutEmail(): Learning<boolean | undefined> {
  const { emails: _, externalId: __, ...body } = personBody()
  const exchange = yield { method: 'POST', path: '/Users', body: { ...body, userName: OTHER } }
  const id = idOf(exchange)
  if (id !== undefined) {
    yield { method: 'DELETE', path: `/Users/${id}` }
    return false
  }
  return exchange.response?.status === 400 ? true : undefined
}

function* askPatch(id: string): Learning<number | undefined> {
  const Operations = [{ op: 'replace', path: 'title', value: 'Tester' }]
  const exchange = yield { method: 'PATCH', path: `/Users/${id}`, body: { schemas: [urns.patchOp], Operations } }
  const status = exchange.response?.status
  return status !== undefined && status < 300 ? status : undefined
}

function* askGroups(): Learning<readonly Ability[]> {
  const body = { schemas: [urns.group], displayName: GROUP }
  const group = idOf(yield { method: 'POST', path: '/Groups', body: { ...body, externalId: GROUP } })
  if (group === undefined) return []
  const filters = yield* askFilters(`/Groups/${group}`, GROUP_FILTERS)
  const twin = yield { method: 'POST', path: '/Groups', body }
  const nested = yield* asks('PATCH', `/Groups/${group}`, yield* nesting(twin))
  return [
    'groups',
    ...filters,
    ...(idOf(twin) === undefined ? (['unique-group-names'] as const) : []),
    ...(nested ? (['nested-groups'] as const) : []),
  ]
}

/** A PATCH that makes another group a member: the twin, or where names are unique one of another name. */
function* nesting(twin: Exchange): Learning<JsonObject> {
  const other = { schemas: [urns.group], displayName: 'Ability within' }
  const inner = idOf(twin) ?? idOf(yield { method: 'POST', path: '/Groups', body: other })
  const value = [{ value: inner ?? '' }]
  return { schemas: [urns.patchOp], Operations: [{ op: 'add', path: 'members', value }] }
}

function* askDelete(id: string): Learning<Ability | undefined> {
  if (!(yield* asks('DELETE', `/Users/${id}`))) return undefined
  const after = yield { method: 'GET', path: `/Users/${id}` }
  if (after.response?.status === 404) return 'delete'
  return bodyOf(after)?.active === false ? 'soft-delete' : undefined
}

/**
 * An endpoint may refuse a filter (RFC 7644 §3.4.2.2, `invalidFilter`) and need not keep every attribute. One that keeps the value, takes
 * the filter and finds nobody, or everybody, has the ability and does it wrong, which is what scenarios are there to see.
 */
function* askFilters(path: string, filters: readonly AskedFilter[]): Learning<readonly Ability[]> {
  const kept = bodyOf(yield { method: 'GET', path })
  const [, collection = ''] = path.split('/')
  const abilities: Ability[] = []
  for (const { ability, attribute, filter } of filters) {
    const page = bodyOf(yield { method: 'GET', path: `/${collection}?filter=${encodeURIComponent(filter)}` })
    const found = page?.Resources ?? (page?.totalResults === 0 ? [] : undefined)
    if (isJsonArray(found) && (found.length === 1 || kept?.[attribute] !== undefined)) abilities.push(ability)
  }
  return abilities
}

function* asks(method: Question['method'], path: string, body?: JsonObject): Learning<boolean> {
  const { response } = yield { method, path, ...(body === undefined ? {} : { body }) }
  return response !== undefined && response.status < 300
}

function personBody(id?: string): JsonObject {
  return {
    schemas: [urns.user],
    ...(id === undefined ? {} : { id }),
    userName: PERSON,
    externalId: PERSON,
    displayName: 'Ability One',
    title: TITLE,
    name: { givenName: 'Ability', familyName: 'One' },
    emails: [{ value: PERSON, type: 'work', primary: true }],
    active: true,
  }
}

function formOf(id: string | undefined): Traits['idForm'] {
  if (id === undefined) return undefined
  if (/^\d+$/.test(id)) return 'integers'
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? 'UUIDs' : 'texts'
}

function idOf(exchange: Exchange): string | undefined {
  const { response } = exchange
  const id = response && response.status < 300 ? bodyOf(exchange)?.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

function bodyOf({ response }: Exchange): JsonObject | undefined {
  const body = response && jsonBody(response)
  return body?.kind === 'json' && isJsonObject(body.value) ? body.value : undefined
}
