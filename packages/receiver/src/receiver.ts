import { type Control, resolveSwitches } from '@scimulator/shared/behaviour'
import { createControlServer, type Listening, type ListenOptions, listen } from '@scimulator/shared/http'
import { type Surface, serveSurfaces, type Unanswered } from '@scimulator/shared/program'
import { createRandomIds, createRealSchedule, type Ids, type Schedule } from '@scimulator/shared/runtime'
import {
  strict as allTolerances,
  readResourceTypes,
  readSchemas,
  type ToleranceName,
  unclaimed,
  urns,
} from '@scimulator/shared/scim'
import { type FolderListeners, folderListeners, openStore } from '@scimulator/shared/store'
import { receiverSwitches } from './behaviour.ts'
import { consoleSurfaces } from './console-surfaces.ts'
import type { TokenDesk } from './control/token-desk.ts'
import { deviating } from './deviations/deviating.ts'
import { DeviationBoard } from './deviations/deviation-board.ts'
import type { DeviationChoice } from './deviations/deviation-setting.ts'
import { Directory } from './directory/directory.ts'
import { hashToken } from './directory/hash-token.ts'
import type { EventPayload } from './events/event-uris.ts'
import { createSecurityEvents, type SecurityEvents, type SecurityEventsOptions } from './events/security-events.ts'
import type { SignIn } from './lark/api/sign-in.ts'
import { createLarkProfile, isLarkProfile } from './lark/decide/lark-profile.ts'
import type { RulesOff } from './lark/values/rule-id.ts'
import { createLedger, type Ledger, ledgerOver } from './ledger.ts'
import { AccessTokens } from './oauth/access-tokens.ts'
import { type AuthenticationMethod, schemesOf } from './oauth/authentication.ts'
import { createAssertionCheck, type FederatedClient } from './oauth/client-assertion.ts'
import type { ClientSecret } from './oauth/clients.ts'
import { type Federated, Federation } from './oauth/federation.ts'
import { createTokenCheck, type TrustedIssuer } from './oauth/issued-token.ts'
import type { FetchJson } from './oauth/issuer-keys.ts'
import { admittingAccessTokens, type SigningInOptions, signingIn } from './oauth/signing-in.ts'
import type { Profile } from './profile/profile.ts'
import { createRfcProfile, type RfcOptions } from './rfc/rfc-profile.ts'
import type { GroupPatch } from './scim/answer/group-patch.ts'
import { createHandler, type HandlerOptions } from './scim/handler.ts'
import type { Handler } from './scim/handler-port.ts'
import { answerClientError } from './scim/host/client-error.ts'
import { createNodeListener, type NodeListener } from './scim/host/node-host.ts'
import { defaultLimits, type Limits } from './scim/request/limits.ts'

/** After `onStopped` every request gets a 503; the host should exit. */
export interface ReceiverOptions extends FolderListeners {
  readonly schedule?: Schedule
  readonly ids?: Ids
  /** `lark` (default): Lark's Directory Sync with every product rule; `rfc`: a plain SCIM store. */
  readonly profile?: 'lark' | 'rfc' | Profile
  /**
   * Schemas beyond RFC 7643, as GET /Schemas shows them: one, a list, or a ListResponse. A core URN brings more attributes, any other is an
   * extension (of groups when it ends with `:Group`, else of users). Resource types as GET /ResourceTypes shows them may stand beside their
   * schemas. For the profile `rfc`.
   */
  readonly schemas?: unknown
  /** What the profile `rfc` refuses although clients write it: all of it, or these tolerances. */
  readonly strict?: boolean | readonly ToleranceName[] | undefined
  /** How the profile `rfc` pages lists: by index, by cursor (RFC 9865), or as the client asks (`both`, the default). */
  readonly pagination?: 'index' | 'cursor' | 'both' | undefined
  /** Values for the switches of `behaviour.ts`, by id. */
  readonly switches?: Readonly<Record<string, unknown>>
  /** What the receiver does wrong from the start; the verb `set-deviations` changes it. */
  readonly deviations?: readonly DeviationChoice[]
  /** Product rules that are turned off, to see that their proofs turn red. For tests; no other surface offers it. */
  readonly rulesOff?: RulesOff
  /** What `meta.location` begins with: `https://scim.example.com`. Without it, what the request says. */
  readonly publicUrl?: string
  /** Sources that are active from the first moment, and again after `reset`. */
  readonly sources?: readonly SourceOption[]
  readonly limits?: Partial<Limits>
  /**
   * Tells changes as security events to clients that poll `/scim/v2/SecurityEvents` (RFC 9967, RFC 8936): `notice` names the attributes, `full`
   * has the values. Default none. With the profile `rfc`.
   */
  readonly securityEvents?: EventPayload | SecurityEventsOptions | undefined
  /** How a PATCH of a group is answered: 204 (`noContent`), 200 with the group (`resource`), or 200 up to 1,000 members (`bySize`, the default). */
  readonly groupPatch?: GroupPatch | undefined
  /**
   * How clients may sign in, as /ServiceProviderConfig says: `bearer`, the token of a source; `oauth2`, access tokens of `/oauth/token`
   * (RFC 6749 §4.4); `basic`, id and secret of a client. Default: `bearer`, and with the profile `rfc` `oauth2` as well.
   */
  readonly authentication?: readonly AuthenticationMethod[] | undefined
  /**
   * Lets in the tokens that this issuer signs, as the first of `sources`: what Entra ID sends where the secret token is empty. Its metadata are
   * fetched with `fetchJson`, by default over the network.
   */
  readonly trustedIssuer?: (TrustedIssuer & { readonly fetchJson?: FetchJson }) | undefined
  /**
   * Lets a client in at `/oauth/token` that shows an assertion of an issuer instead of a secret (RFC 7523 §2.2), as the first of `sources`:
   * Entra ID's workload identity federation. The key set is fetched with `fetchJson`, by default over the network.
   */
  readonly federation?: (FederatedClient & { readonly fetchJson?: FetchJson }) | undefined
  /** How long an access token is good, in milliseconds. Default an hour. */
  readonly accessTokenLifetimeMs?: number
  /** `demo`: a caller on this machine is the primary administrator (default without a control token); `required`: 401 without sign-in. */
  readonly adminSignIn?: SignIn
  /** Asked for by the control surface `/_scimulator`; without it that answers on loopback only. */
  readonly controlToken?: string
  /** Called with internal errors, which clients see as a plain 500. */
  readonly onFault?: (fault: unknown) => void
}

export interface SourceOption {
  readonly token: string
  /** Default `default`. */
  readonly organisation?: string
  /** Not added to a folder that an earlier start has filled; that has sources of its own. */
  readonly onlyWhenNew?: boolean
  /** The client that signs in as this source. Without it the client's id is the id of the source, and its secret the token. */
  readonly client?: ClientSecret
}

export interface Receiver {
  /** Everything under one name. */
  readonly control: Control
  /** The same by vocabulary: `receiver`, and `lark` where the profile is Lark's. */
  readonly controls: readonly Control[]
  /** Everything, as a listener of node:http: SCIM below `/scim/v2`, the control surface below `/_scimulator`. */
  readonly handle: NodeListener
  /** The same for `app.use(…)` of Express, under any mount path. Mount it before body parsers. */
  readonly router: NodeListener
  /** SCIM alone, without any server. */
  readonly scim: Handler
  readonly ledger: Ledger
  /** Whether nothing was there: always in memory, and at the first start on a folder. */
  readonly isNew: boolean
  /** Serves on node:http. `url` of the result is the base of everything; SCIM is at `${url}/scim/v2`. */
  listen(options?: ListenOptions): Promise<Listening>
  /** Empties everything; the sources of the options are there again. */
  reset(): void
  snapshot(): unknown
  restore(snapshot: unknown): void
  /** Stops listening and closes the store. */
  close(): Promise<void>
}

/** A receiver in memory. */
export function createReceiver(options: ReceiverOptions = {}): Receiver {
  const receiver = receiverOver(createLedger(ledgerOptions(options)), options)
  addSources(receiver, options)
  return receiver
}

/** The same receiver on a folder, which it creates when it is not there. @throws Error that says what is wrong with the folder. */
export async function openReceiver(folder: string, options: ReceiverOptions = {}): Promise<Receiver> {
  const parts = ledgerOptions(options)
  const directory = new Directory(parts.profile)
  const store = await openStore(folder, directory, folderListeners(options))
  const receiver = receiverOver(ledgerOver({ ...parts, directory, store }), options)
  addSources(receiver, options)
  return receiver
}

function ledgerOptions(options: ReceiverOptions) {
  return {
    profile: profileOf(options),
    schedule: options.schedule ?? createRealSchedule((fault) => options.onFault?.(fault)),
    ids: options.ids ?? createRandomIds(),
  }
}

function profileOf({
  profile = 'lark',
  switches,
  rulesOff = new Set(),
  schemas,
  strict,
  pagination,
}: ReceiverOptions): Profile {
  if (profile === 'rfc')
    return createRfcProfile({ ...rfcOptions(schemas, strict), ...(pagination ? { pagination } : {}) })
  if (schemas !== undefined) throw new Error('Only the profile rfc takes schemas; what Lark stores is fixed.')
  if (pagination) throw new Error('Only the profile rfc has cursors; Lark pages by index.')
  if (strict) throw new Error('Only the profile rfc can be strict; what Lark tolerates is not known.')
  if (profile !== 'lark') return profile
  return createLarkProfile({ switches: resolveSwitches(receiverSwitches, switches), rulesOff })
}

function rfcOptions(schemas: unknown, strict: ReceiverOptions['strict']): RfcOptions {
  const strictness = typeof strict === 'object' ? strict : allTolerances
  return {
    ...(schemas === undefined ? {} : declaredBy(schemas)),
    ...(strict ? { strictness } : {}),
  }
}

function declaredBy(given: unknown): RfcOptions {
  const schemas = readSchemas(given)
  const resourceTypes = readResourceTypes(given, schemas)
  return { schemas: unclaimed(schemas, resourceTypes), resourceTypes }
}

/** A source whose token already opens a door, such as one from an earlier start on the same folder, is not added twice. */
function addSources({ ledger, isNew }: Pick<Receiver, 'ledger' | 'isNew'>, { sources = [] }: ReceiverOptions): void {
  for (const { token, organisation = 'default', onlyWhenNew = false } of sources) {
    if (onlyWhenNew && !isNew) continue
    const context = ledger.context()
    const tokenHash = hashToken(token)
    const known = ledger.profile.authenticate({ tokenHash, organisation }, context)
    if (known.outcome === 'refused') ledger.commit(ledger.profile.addSource({ organisation, tokenHash }, context))
  }
}

const HOUR_MS = 3_600_000

/** @throws Error when there would be no way to sign in */
function accessOf(
  { profile }: Ledger,
  options: ReceiverOptions,
): SigningInOptions & { readonly federation: Federation } {
  const { sources = [], accessTokenLifetimeMs = HOUR_MS } = options
  const methods = options.authentication ?? (isLarkProfile(profile) ? ['bearer'] : ['bearer', 'oauth2'])
  if (methods.length === 0 && options.federation === undefined)
    throw new Error('authentication is empty; name bearer, oauth2 or basic.')
  const clients = sources.flatMap(({ token, client }) =>
    client ? [{ id: client.id, secretHash: hashToken(client.secret), tokenHash: hashToken(token) }] : [],
  )
  const tokens = new AccessTokens(accessTokenLifetimeMs)
  const federation = new Federation(federatedOf(options))
  return { methods, clients, tokens, hash: hashToken, federation, ...issuedOf(options) }
}

/** @throws Error when there is no source that the tokens could stand for */
function issuedOf({ trustedIssuer, sources = [] }: ReceiverOptions): Pick<SigningInOptions, 'issued'> {
  if (trustedIssuer === undefined) return {}
  const [source] = sources
  if (source === undefined) throw new Error('trustedIssuer needs a source that its tokens stand for.')
  const { fetchJson = fetchOverNetwork, ...issuer } = trustedIssuer
  return { issued: { check: createTokenCheck(issuer, fetchJson), tokenHash: hashToken(source.token) } }
}

/** @throws Error when there is no source that the client could sign in as */
function federatedOf({ federation, sources = [] }: ReceiverOptions): Federated | undefined {
  if (federation === undefined) return undefined
  const [source] = sources
  if (source === undefined) throw new Error('federation needs a source that its client signs in as.')
  const { fetchJson = fetchOverNetwork, ...client } = federation
  return { check: createAssertionCheck(client, fetchJson), tokenHash: hashToken(source.token) }
}

function tokenDeskOf({ tokens, federation }: ReturnType<typeof accessOf>, options: ReceiverOptions): TokenDesk {
  const fetchJson = options.federation?.fetchJson ?? fetchOverNetwork
  return {
    trust: (client, token) =>
      federation.trust({ check: createAssertionCheck(client, fetchJson), tokenHash: hashToken(token) }),
    revoke: () => tokens.clear(),
  }
}

const fetchOverNetwork: FetchJson = async (url) => (await fetch(url, { signal: AbortSignal.timeout(10_000) })).json()

/** The handler with what is around it: signing in outside, then deviations. */
function scimOver(
  ledger: Ledger,
  access: SigningInOptions,
  deviations: DeviationBoard,
  options: Pick<HandlerOptions, 'limits' | 'groupPatch' | 'onFault'> & { readonly events: SecurityEvents | undefined },
): Handler {
  const admitting = { ...ledger, profile: admittingAccessTokens(ledger.profile, access) }
  const handler = createHandler({
    ...options,
    ledger: admitting,
    schemes: schemesOf(access.methods, access.federation.current !== undefined),
  })
  const deviant = deviating(handler, deviations, ledger)
  const inner = options.events?.before(deviant, admitting) ?? deviant
  return signingIn(inner, ledger.profile, ledger, access)
}

/** @throws Error for another profile, EventFilterError */
function securityEventsOf(
  { securityEvents }: ReceiverOptions,
  ledger: Ledger,
  limits: Limits,
): SecurityEvents | undefined {
  if (securityEvents === undefined) return undefined
  if (ledger.profile.name === 'lark') throw new Error('Only the profile rfc has security events; Lark has none.')
  const settings = typeof securityEvents === 'string' ? { payload: securityEvents } : securityEvents
  return createSecurityEvents(settings, ledger, limits)
}

/** SCIM as a handler and as a listener, and how to forget what neither store nor snapshot keeps. */
function serviceOf(ledger: Ledger, options: ReceiverOptions, deviations: DeviationBoard) {
  const limits = { ...defaultLimits, ...options.limits }
  const { onFault, publicUrl, groupPatch = 'bySize' } = options
  const access = accessOf(ledger, options)
  const events = securityEventsOf(options, ledger, limits)
  const scim = scimOver(ledger, access, deviations, { limits, groupPatch, events, ...(onFault ? { onFault } : {}) })
  const listener = createNodeListener({ handler: scim, limits, ...(publicUrl ? { publicUrl } : {}) })
  const forget = (): void => {
    access.tokens.clear()
    events?.clear()
  }
  return { scim, listener, access, forget }
}

function receiverOver(ledger: Ledger, options: ReceiverOptions): Receiver {
  const { onFault, publicUrl, controlToken } = options
  const deviations = new DeviationBoard(options.deviations)
  const { scim, listener, access, forget } = serviceOf(ledger, options, deviations)
  const reset = (): void => {
    deviations.begin(options.deviations ?? [])
    access.federation.reset()
    forget()
    ledger.reset()
    addSources({ ledger, isNew: true }, options)
  }
  const servers = new Set<Listening>()
  const isNew = ledger.store.seq === 0
  const url = (): string => publicUrl ?? [...servers].at(-1)?.url ?? 'http://localhost'
  // A host that guards the control surface does not want the admin API open beside it.
  const signIn = options.adminSignIn ?? (controlToken === undefined ? 'demo' : 'required')
  const surfaces = consoleSurfaces({
    ledger,
    publicUrl: url,
    deviations,
    reset,
    signIn,
    hasTokenEndpoint: access.methods.includes('oauth2'),
    tokens: tokenDeskOf(access, options),
    onFault: onFault ?? (() => {}),
  })
  const { controls, adminApi } = surfaces
  const control = controls.whole
  const controlServer = createControlServer({
    control,
    aliases: controls.byVocabulary.map(({ name }) => name),
    schedule: ledger.schedule,
    ...(controlToken === undefined ? {} : { token: controlToken }),
  })
  const handle = serveSurfaces([controlServer, below('/admin/v1/', adminApi), everything(listener)], bodyOf)
  return {
    control,
    controls: controls.byVocabulary,
    handle,
    router: handle,
    scim,
    ledger,
    isNew,
    async listen(listenOptions = {}) {
      const listening = await listen(handle, {
        prepare: (server) => server.on('clientError', answerClientError),
        ...listenOptions,
      })
      servers.add(listening)
      return listening
    },
    reset,
    snapshot: ledger.snapshot,
    restore(snapshot) {
      forget()
      ledger.restore(snapshot)
    },
    async close() {
      forget()
      await Promise.all(Array.from(servers, (server) => server.close()))
      await ledger.store.close()
    },
  }
}

/** By its beginning: a path such as `//` is no URL, and belongs to SCIM. */
function below(prefix: string, surface: Surface): Surface {
  return async (request, response) => request.url?.startsWith(prefix) === true && surface(request, response)
}

function everything(listener: NodeListener): Surface {
  return async (request, response) => {
    listener(request, response)
    return true
  }
}

/** SCIM answers every path, and tells its own failures; this is for what stands before it. */
function bodyOf({ status }: Unanswered): object {
  return { schemas: [urns.error], status: String(status), detail: 'The request could not be answered.' }
}
