// Every request that the service sends, wire-exact. URLs, header order and filter encoding are decided here and nowhere else.
import { type Activity, noted, type Purpose, type ScimMethod, type ScimRequest } from '@scimulator/shared/provisioning'
import type { EntraSwitches } from '../behaviour.ts'
import { type HeaderInput, requestHeaders } from './headers.ts'
import { encodeQueryValue } from './query-encoding.ts'
import { readTenantUrl } from './tenant-url.ts'

export type ResourceType = 'User' | 'Group'

type Dialect = 'legacy' | 'optscim'

export interface Composer {
  /** That its requests are of. */
  readonly activity: Activity
  readonly dialect: Dialect
  /** Tenant URL without its query. */
  readonly baseUrl: string
  /** `GET /Users?filter=userName eq "x"`; of groups without their members. */
  match(type: ResourceType, attribute: string, value: string): ScimRequest
  read(type: ResourceType, id: string): ScimRequest
  create(type: ResourceType, body: object): ScimRequest
  /** @param purpose what the change is for, which its bytes need not show */
  patch(type: ResourceType, id: string, body: object, purpose?: Purpose): ScimRequest
  remove(type: ResourceType, id: string): ScimRequest
  /** The documented question whether a reference is already there, with two `eq` filters. */
  referenceCheck(type: ResourceType, id: string, attribute: string, value: string): ScimRequest
}

export interface ComposerInput extends HeaderInput {
  readonly tenantUrl: string
  /** Provision on demand does not know the compatibility flag. */
  readonly activity: 'cycle' | 'provisionOnDemand'
  /** A job of the template customappsso writes as it always did, with the flag or without. */
  readonly isOldJob?: boolean
}

export function createComposer(input: ComposerInput, switches: EntraSwitches): Composer {
  const target = readTenantUrl(input.tenantUrl)
  const fixedQuery = switches.sendFlagInUrl && target.hasFlag ? [target.query, 'aadOptscim062020'] : [target.query]

  // One token for the whole activity.
  const signed: { token?: string } = {}
  const sign = (claims: object): string => {
    signed.token ??= input.sign?.(claims) ?? ''
    return signed.token
  }
  const withSign = input.sign === undefined ? input : { ...input, sign }

  const activity: Activity = { kind: input.activity === 'cycle' ? 'cycle' : 'on-demand' }

  function request(
    purpose: Purpose,
    method: ScimMethod,
    path: string,
    query: readonly string[] = [],
    body?: object,
  ): ScimRequest {
    const whole = [...fixedQuery, ...query].filter((part) => part !== '').join('&')
    const url = `${target.base}${path}${whole === '' ? '' : `?${whole}`}`
    const headers = requestHeaders(method, withSign, switches)
    return noted({ method, url, headers, ...(body && { body: JSON.stringify(body) }) }, { purpose, activity })
  }

  const filter = (text: string) => `filter=${encodeQueryValue(text, switches.bracketHexCase)}`
  return {
    activity,
    baseUrl: target.base,
    dialect: dialectOf(target.hasFlag && input.isOldJob !== true, input.activity, switches),
    match: (type, attribute, value) =>
      request('match', 'GET', `/${type}s`, [...withoutMembers(type), filter(`${attribute} eq "${value}"`)]),
    read: (type, id) => request('read-linked', 'GET', resourcePath(type, id), withoutMembers(type)),
    create: (type, body) => request('create', 'POST', `/${type}s`, [], body),
    patch: (type, id, body, purpose = 'update') => request(purpose, 'PATCH', resourcePath(type, id), [], body),
    remove: (type, id) => request('delete', 'DELETE', resourcePath(type, id)),
    referenceCheck: (type, id, attribute, value) => {
      const question = filter(`id eq "${id}" and ${attribute} eq "${value}"`)
      return request('check-reference', 'GET', `/${type}s`, [
        type === 'User' ? 'attributes=id' : 'excludedAttributes=members',
        question,
      ])
    },
  }
}

function dialectOf(hasFlag: boolean, activity: ComposerInput['activity'], switches: EntraSwitches): Dialect {
  if (activity === 'provisionOnDemand' && switches.podPatchProfile === 'legacy') return 'legacy'
  if (switches.patchProfile !== 'tenantUrl') return switches.patchProfile
  return hasFlag ? 'optscim' : 'legacy'
}

function withoutMembers(type: ResourceType): readonly string[] {
  return type === 'Group' ? ['excludedAttributes=members'] : []
}

function resourcePath(type: ResourceType, id: string): string {
  return `/${type}s/${encodeURIComponent(id)}`
}
