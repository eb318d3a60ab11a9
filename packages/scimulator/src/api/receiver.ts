import { createReceiver as create, DeviationChoice, DeviationName } from '@scimulator/receiver'
import { createRandomIds, createRealSchedule, createSeededIds } from '@scimulator/shared/runtime'
import { strict as strictTolerances, type ToleranceName } from '@scimulator/shared/scim'
import { knownName } from '../shipped/known-name.ts'
import {
  assertOptions,
  aText,
  aWholeNumber,
  type OptionChecks,
  oneOf,
  someOf,
  texts,
  valuesByName,
} from './assert-options.ts'
import type { ReceiverVerbs, ReceiverView } from './generated/receiver-verbs.ts'
import type { Program } from './program.ts'
import { programOf } from './program-of.ts'

/** How a receiver behaves. */
export interface ReceiverOptions {
  /** `lark` (default): Lark's Directory Sync with every product rule; `rfc`: a plain SCIM 2.0 service provider. */
  readonly profile?: 'lark' | 'rfc'
  /** Bearer token of the source that is active from the first moment. Default: a random one, see `token` of the receiver. */
  readonly token?: string
  /** The client of that source at the token endpoint, `/oauth/token`. */
  readonly client?: { readonly id: string; readonly secret: string }
  /**
   * How clients may sign in: `bearer`, the token of the source; `oauth2`, access tokens by client credentials (RFC 6749 §4.4); `basic`, id
   * and secret of the client. Default: `bearer`, and with the profile `rfc` `oauth2` as well.
   */
  readonly authentication?: readonly ('bearer' | 'oauth2' | 'basic')[]
  /**
   * Lets a client in at `/oauth/token` that shows an assertion of its issuer instead of a secret (RFC 7523 §2.2), as Entra ID's workload
   * identity federation does. `id` is the client's id here; the rest is what the issuer's page shows.
   */
  readonly federation?: {
    readonly id: string
    readonly issuer: string
    readonly jwksUrl: string
    readonly subject: string
    readonly audience: string
  }
  /** Values for switches of the profile `lark`, as `scimulator list switches` shows them. */
  readonly switches?: Readonly<Record<string, string | number | boolean>>
  /** Names of bugs that it shows from the start, for a client that has to live with them; one that waits takes its pause: `slow=2s`. */
  readonly deviations?: readonly string[]
  /**
   * Schemas beyond RFC 7643, as GET /Schemas shows them: one, a list, or a ListResponse. The URN of User or Group brings more attributes,
   * any other is an extension: of groups when it ends with `:Group`, else of users. Resource types, as GET /ResourceTypes shows them, may stand
   * beside their schemas. With the profile `rfc`.
   */
  readonly schemas?: object
  /** What the profile `rfc` refuses although clients write it: all of it, or tolerances by name (`tolerances` of `scimulator/scim`). */
  readonly strict?: boolean | readonly string[]
  /** How the profile `rfc` pages lists: by index, by cursor (RFC 9865), or as the client asks (`both`, the default). */
  readonly pagination?: 'index' | 'cursor' | 'both'
  /**
   * Tells changes as security events to clients that poll `/scim/v2/SecurityEvents` (RFC 9967, RFC 8936): `notice` names the attributes,
   * `full` has the values. `filter`: the feed has what this SCIM filter yields. `signed: false`: tokens without a signature. With the
   * profile `rfc`; default none.
   */
  readonly securityEvents?:
    | 'notice'
    | 'full'
    | { readonly payload?: 'notice' | 'full'; readonly filter?: string; readonly signed?: boolean }
  /** How a PATCH of a group is answered: 204, 200 with the group, or 200 up to 1,000 members and 204 beyond (`bySize`, the default). */
  readonly groupPatch?: 'noContent' | 'resource' | 'bySize'
  /** What `meta.location` begins with, such as https://scim.example.com. Default: what the request says. */
  readonly publicUrl?: string
  /** The same seed gives the same ids. Default: random ids. */
  readonly seed?: number
  /**
   * Who the administrators' API takes for whom. `demo` (default): a caller on this machine is the primary administrator; `required`:
   * 401 without a session or a personal token.
   */
  readonly adminSignIn?: 'demo' | 'required'
}

const OPTIONS: OptionChecks<ReceiverOptions> = {
  profile: oneOf('lark', 'rfc'),
  token: aText,
  client: (value) => isClient(value) || 'an object with id and secret',
  authentication: someOf('bearer', 'oauth2', 'basic'),
  federation: (value) => isFederation(value) || 'an object with id, issuer, jwksUrl, subject and audience',
  switches: valuesByName,
  deviations: texts,
  schemas: (value) => (typeof value === 'object' && value !== null) || 'a schema or a list of schemas',
  strict: (value) => typeof value === 'boolean' || texts(value) === true || 'true, false or a list of tolerances',
  pagination: oneOf('index', 'cursor', 'both'),
  securityEvents: (value) => isEvents(value) || '"notice", "full" or an object with payload, filter and signed',
  groupPatch: oneOf('noContent', 'resource', 'bySize'),
  publicUrl: aText,
  seed: aWholeNumber,
  adminSignIn: oneOf('demo', 'required'),
}

/** @throws Error for an option that a receiver does not have, or a value that it cannot have */
export function assertReceiverOptions(caller: string, given: unknown): void {
  assertOptions<ReceiverOptions>(caller, given, OPTIONS)
}

/**
 * A SCIM 2.0 service provider (RFC 7643, RFC 7644); SCIM is below `/scim/v2`. The functions of administrators are those of the profile
 * `lark`; `rfc` has `setDeviations` alone.
 */
export interface Receiver extends ReceiverVerbs, Program<ReceiverView> {
  /** Bearer token of its source. */
  readonly token: string
}

/**
 * A SCIM 2.0 service provider in memory: let it listen, or mount `handle` in a server of your own. It keeps real time.
 *
 * @throws an Error for an option, a switch or a deviation that does not exist; it names what there is.
 */
export function createReceiver(options: ReceiverOptions = {}): Receiver {
  assertReceiverOptions('createReceiver', options)
  const { seed, token: given, client, deviations = [], strict, ...rest } = options
  const ids = seed === undefined ? createRandomIds() : createSeededIds(seed, 'receiver')
  const token = given ?? ids.token('source')
  const schedule = createRealSchedule(rethrow)
  const receiver = create({
    ...rest,
    ids,
    schedule,
    deviations: deviations.map(readDeviation),
    ...(strict === undefined ? {} : { strict: typeof strict === 'boolean' ? strict : strict.map(readTolerance) }),
    sources: [client === undefined ? { token } : { token, client }],
  })
  const { control, handle } = receiver
  const program = programOf<ReceiverVerbs, ReceiverView>({
    control,
    handle,
    settle: () => control.idle(),
    listen: (listenOptions) => receiver.listen(listenOptions),
    async close() {
      await receiver.close()
      schedule.close()
    },
  })
  return Object.assign(program, { token })
}

function isClient(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('secret' in value)) return false
  return [value.id, value.secret].every((text) => typeof text === 'string' && text !== '')
}

function isEvents(value: unknown): boolean {
  if (value === 'notice' || value === 'full') return true
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const {
    payload = 'notice',
    filter = '',
    signed = true,
    ...others
  } = { ...value } as Readonly<Record<string, unknown>>
  const isPayload = payload === 'notice' || payload === 'full'
  return isPayload && typeof filter === 'string' && typeof signed === 'boolean' && Object.keys(others).length === 0
}

function isFederation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const texts = new Map(Object.entries(value))
  return ['id', 'issuer', 'jwksUrl', 'subject', 'audience'].every((name) => typeof texts.get(name) === 'string')
}

function readTolerance(name: string): ToleranceName {
  return knownName(name, [...strictTolerances], 'tolerance')
}

/** A name, or for one that waits `slow=2s`. @throws Error with the nearest names */
function readDeviation(text: string): DeviationChoice {
  const choice = DeviationChoice.safeParse(text)
  if (choice.success) return choice.data
  const [, name = text, pause] = /^([^=:]*)\s*[=:](.*)$/.exec(text) ?? []
  const known = knownName(name, DeviationName.options, 'deviation')
  throw new Error(`The deviation "${known}" does not take "${pause?.trim()}". A pause is written slow=2s.`)
}

/** A timer has nobody to tell; what goes wrong in it is a bug of ours, and must be heard. */
function rethrow(error: unknown): never {
  throw error
}
