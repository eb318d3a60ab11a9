// By what an identity provider is recognised: forms that are documented, or that were seen in a real tenant, and that nobody else is known to
// send. A mark is enough by itself; what has none is told by its neighbours.
import { asText, isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type Asked, isUuid, type Operation } from './asked.ts'

/** Of Entra ID also in which dialect it writes, where the request shows it. */
export type MarkedSender = 'entra' | 'entraLegacy' | 'entraUnclear' | 'jumpcloud' | 'okta'

export interface Mark {
  readonly sender: MarkedSender
  readonly says: string
  readonly grade: 'documented' | 'observed'
  readonly source: string
  fits(asked: Asked): boolean
}

const ADSCIM_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'
const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const COMPLIANCE = 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance'
const DEVELOP = 'Microsoft: Develop and plan provisioning for a SCIM endpoint'
const CAPTURED_JUMPCLOUD = 'bodies captured at receivers (jumpcloud.md 4.2)'

/** Entra ID does not say its name in a User-Agent (kortix-ai/suna#7297); a client that does is not Entra ID. */
const isNameless = ({ agent }: Asked): boolean => agent === undefined

const isPatch = ({ method, operations }: Asked): boolean => method === 'PATCH' && operations.length > 0
const isCapital = ({ op }: Operation): boolean => /^(Add|Replace|Remove)$/.test(op)

/** In this order: what shows the dialect is asked before what only shows the sender. */
export const MARKS: readonly Mark[] = [
  {
    sender: 'entra',
    says: 'the flag in its URL',
    grade: 'documented',
    source: COMPLIANCE,
    fits: (asked) => isNameless(asked) && /(?:^|[&?])aadOptscim062020(?:[&=]|$)/i.test(asked.query),
  },
  {
    sender: 'entraLegacy',
    says: 'operations in capitals, each with its path',
    grade: 'documented',
    source: COMPLIANCE,
    fits: (asked) =>
      isOfEntra(asked) && isPatch(asked) && asked.operations.every((one) => isCapital(one) && one.path !== undefined),
  },
  {
    sender: 'entra',
    says: 'attributes in one object without a path, named by dotted paths and whole URNs',
    grade: 'documented',
    source: `${COMPLIANCE}; scim-patch#132, scimitar#123`,
    fits: (asked) => isOfEntra(asked) && isPatch(asked) && asked.operations.some(hasDottedObject),
  },
  {
    sender: 'entra',
    says: 'a manager by URN, as a bare id, in small letters',
    grade: 'observed',
    source: 'SCIM-SDK#686',
    fits: (asked) => isOfEntra(asked) && isPatch(asked) && asked.operations.every(isBareManager),
  },
  {
    sender: 'entra',
    says: 'its header, and operations in small letters',
    grade: 'documented',
    source: COMPLIANCE,
    fits: (asked) =>
      hasHeader(asked) && isNameless(asked) && isPatch(asked) && asked.operations.every((one) => !isCapital(one)),
  },
  {
    sender: 'entraUnclear',
    says: 'the header ADSCIMVersion, and no User-Agent',
    grade: 'observed',
    source: 'azure-docs#21660, kortix-ai/suna#7297',
    fits: (asked) => hasHeader(asked) && isNameless(asked),
  },
  {
    sender: 'entraUnclear',
    says: 'a group with the schema of Microsoft',
    grade: 'documented',
    source: DEVELOP,
    fits: (asked) => isOfEntra(asked) && asked.method === 'POST' && schemasOf(asked).includes(ADSCIM_GROUP),
  },
  {
    sender: 'entraUnclear',
    says: 'a user with both schemas and a meta that names the type and nothing else',
    grade: 'documented',
    source: DEVELOP,
    fits: (asked) => isOfEntra(asked) && asked.method === 'POST' && isEntraUser(asked),
  },
  {
    sender: 'entraUnclear',
    says: 'a lookup of a name that is a random UUID',
    grade: 'observed',
    source: 'SCIMReferenceCode#63',
    fits: (asked) => isOfEntra(asked) && isEncodedAsEntraDoes(asked) && asked.compared.some(isRandomName),
  },
  {
    sender: 'entraUnclear',
    says: 'a lookup of a group that leaves its members out first',
    grade: 'documented',
    source: DEVELOP,
    fits: (asked) =>
      isOfEntra(asked) &&
      isEncodedAsEntraDoes(asked) &&
      /^excludedAttributes=members&filter=displayName\+/.test(asked.query),
  },
  {
    sender: 'entraUnclear',
    says: 'a question for an id and its manager at once',
    grade: 'documented',
    source: `${DEVELOP}, example 4`,
    fits: (asked) =>
      isOfEntra(asked) &&
      isEncodedAsEntraDoes(asked) &&
      /^attributes=id&filter=/.test(asked.query) &&
      asked.compared.length === 2,
  },
  {
    sender: 'jumpcloud',
    says: 'a new user in alphabetical order, with an externalId of 24 hexadecimal digits and constant languages',
    grade: 'observed',
    source: CAPTURED_JUMPCLOUD,
    fits: (asked) => asked.method === 'POST' && isJumpCloudUser(asked) && schemasOf(asked).includes(ENTERPRISE_USER),
  },
  {
    sender: 'jumpcloud',
    says: 'a whole user in alphabetical order, with its id, an externalId of 24 hexadecimal digits and constant languages',
    grade: 'observed',
    source: CAPTURED_JUMPCLOUD,
    fits: (asked) => asked.method === 'PUT' && isJumpCloudUser(asked) && asked.body.id !== undefined,
  },
  {
    sender: 'jumpcloud',
    says: 'the user of its connection test, whose emails are null',
    grade: 'observed',
    source: CAPTURED_JUMPCLOUD,
    fits: (asked) => asked.method === 'PUT' && isTestUser(asked),
  },
  {
    sender: 'okta',
    says: 'the name that it gives itself',
    grade: 'observed',
    source: 'a receiver that tells Okta by its User-Agent (entra-engine.md 3.0)',
    fits: ({ agent }) => /^Okta SCIM Client\b/i.test(agent ?? ''),
  },
]

/** Its header names it even where something on the way has put a User-Agent in; a form only where nobody has. */
function isOfEntra(asked: Asked): boolean {
  return isNameless(asked) || hasHeader(asked)
}

function hasHeader({ header }: Asked): boolean {
  return header('adscimversion') !== undefined
}

function schemasOf({ body }: Asked): readonly JsonValue[] {
  return isJsonArray(body.schemas) ? body.schemas : []
}

function hasDottedObject({ op, path, value }: Operation): boolean {
  if (path !== undefined || !/^(add|replace)$/.test(op) || !isJsonObject(value)) return false
  return Object.keys(value).some((name) => /^(name|urn:[\w:.]+:User)[.:]\w+$/.test(name))
}

function isBareManager({ op, path, value }: Operation): boolean {
  return /^(add|replace)$/.test(op) && path === `${ENTERPRISE_USER}:manager` && typeof value === 'string'
}

function isEntraUser(asked: Asked): boolean {
  const { meta, active } = asked.body
  const isTyped = isJsonObject(meta) && meta.resourceType === 'User' && Object.keys(meta).length === 1
  const schemas = schemasOf(asked)
  return isTyped && active !== undefined && schemas[0] === CORE_USER && schemas[1] === ENTERPRISE_USER
}

/** Spaces as plus signs, quotes encoded (SCIMReferenceCode#63, azure-docs#11784). */
function isEncodedAsEntraDoes({ method, query }: Asked): boolean {
  return method === 'GET' && /filter=[^&]*\+eq\+%22/.test(query) && !/(^|&)(startIndex|count)=/i.test(query)
}

function isRandomName({ attribute, value }: Asked['compared'][number]): boolean {
  return /^(userName|displayName)$/.test(attribute) && isUuid(value)
}

function isJumpCloudUser({ place, body }: Asked): boolean {
  const { externalId, locale, preferredLanguage } = body
  const isConstant = locale === 'en-US' || preferredLanguage === 'en-US'
  return place === 'Users' && isSorted(body) && /^[0-9a-f]{24}$/.test(asText(externalId)) && isConstant
}

/** Names of attributes in the order of the alphabet, at every level. */
export function isSorted(value: JsonValue | undefined): boolean {
  if (isJsonArray(value)) return value.every(isSorted)
  if (!isJsonObject(value)) return true
  const names = Object.keys(value)
  return names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name) && Object.values(value).every(isSorted)
}

const OF_THE_TEST_USER = 'active,emails,id,name,schemas,userName'

export function isTestUser({ body }: Pick<Asked, 'body'>): boolean {
  return Object.keys(body).join() === OF_THE_TEST_USER && body.emails === null && isSorted(body)
}
