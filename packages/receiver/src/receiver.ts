import { type Control, resolveSwitches } from '@scimulator/shared/behaviour'
import { createControlServer, type Listening, type ListenOptions, listen } from '@scimulator/shared/http'
import { type Surface, serveSurfaces, type Unanswered } from '@scimulator/shared/program'
import { createRandomIds, createRealSchedule, eventLoop, hashToken, isVirtual } from '@scimulator/shared/runtime'
import { strict as allTolerances, readResourceTypes, readSchemas, unclaimed, urns } from '@scimulator/shared/scim'
import { folderListeners, openStore } from '@scimulator/shared/store'
import { receiverSwitches } from './behaviour.ts'
import { consoleSurfaces, type SurfaceParts } from './console-surfaces.ts'
import type { TokenDesk } from './control/token-desk.ts'
import { deviating } from './deviations/deviating.ts'
import { DeviationBoard } from './deviations/deviation-board.ts'
import { Directory } from './directory/directory.ts'
import { createSecurityEvents, type SecurityEvents } from './events/security-events.ts'
import { createLarkProfile, isLarkProfile } from './lark/decide/lark-profile.ts'
import { createLedger, type Ledger, ledgerOver } from './ledger.ts'
import { AccessTokens } from './oauth/access-tokens.ts'
import { schemesOf } from './oauth/authentication.ts'
import { createAssertionCheck } from './oauth/client-assertion.ts'
import { type Federated, Federation } from './oauth/federation.ts'
import { createTokenCheck } from './oauth/issued-token.ts'
import type { FetchJson } from './oauth/issuer-keys.ts'
import { admittingAccessTokens, type SigningInOptions, signingIn } from './oauth/signing-in.ts'
import type { Profile } from './profile/profile.ts'
import type { ReceiverOptions } from './receiver-options.ts'
import { createRfcProfile, type RfcOptions } from './rfc/rfc-profile.ts'
import { createHandler, type HandlerOptions } from './scim/handler.ts'
import type { Handler } from './scim/handler-port.ts'
import { answerClientError } from './scim/host/client-error.ts'
import { createNodeListener, type NodeListener } from './scim/host/node-host.ts'
import { defaultLimits, type Limits } from './scim/request/limits.ts'
import { allAtOnce, createTurns } from './scim/turns.ts'

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
    turns: isVirtual(ledger.schedule) ? allAtOnce : createTurns(eventLoop),
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
  const deviations = new DeviationBoard(options.deviations)
  const service = serviceOf(ledger, options, deviations)
  const { scim, access, forget } = service
  const reset = (): void => {
    deviations.begin(options.deviations ?? [])
    access.federation.reset()
    forget()
    ledger.reset()
    addSources({ ledger, isNew: true }, options)
  }
  const servers = new Set<Listening>()
  const isNew = ledger.store.seq === 0
  const url = (): string => options.publicUrl ?? [...servers].at(-1)?.url ?? 'http://localhost'
  const { controls, handle } = surfacesOf(ledger, options, service, { publicUrl: url, deviations, reset })
  return {
    control: controls.whole,
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

/** The control surface, the admin API, and SCIM for all other paths. */
function surfacesOf(
  ledger: Ledger,
  options: ReceiverOptions,
  { listener, access }: ReturnType<typeof serviceOf>,
  consoles: Pick<SurfaceParts, 'publicUrl' | 'deviations' | 'reset'>,
) {
  const { controlToken, onFault = () => {} } = options
  const { controls, adminApi } = consoleSurfaces({
    ...consoles,
    ledger,
    // A host that guards the control surface does not want the admin API open beside it.
    signIn: options.adminSignIn ?? (controlToken === undefined ? 'demo' : 'required'),
    hasTokenEndpoint: access.methods.includes('oauth2'),
    tokens: tokenDeskOf(access, options),
    onFault,
  })
  const controlServer = createControlServer({
    control: controls.whole,
    aliases: controls.byVocabulary.map(({ name }) => name),
    schedule: ledger.schedule,
    ...(controlToken === undefined ? {} : { token: controlToken }),
  })
  const surfaces = [controlServer, below('/admin/v1/', adminApi), everything(listener)]
  return { controls, handle: serveSurfaces(surfaces, bodyOf) }
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
