import { type AccessToken, assertedTokenRequest, readToken, tokenRequest } from '@scimulator/shared/oauth'
import { type Exchange, noted, noteOf, type ScimRequest } from '@scimulator/shared/provisioning'
import type { ObjectError } from '../conversation/outcome.ts'
import { assertionClaims } from '../job/workload-identity.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import type { Session } from './session.ts'

/** A token that is about to expire is not used: it may be old when it arrives. */
const MARGIN_MS = 30_000

export interface SignedIn {
  readonly ports: TenantPorts
  /** There is no access token, so that nothing can be sent. */
  readonly error?: ObjectError
}

/**
 * The tenant's ports for one activity whose requests carry an access token, where the job signs in with client credentials or an assertion. The
 * token is fetched when the activity begins; it is fetched anew before it expires and once when the target refuses it with 401.
 */
export async function signedInPorts(ports: TenantPorts, session: Session): Promise<SignedIn> {
  const request = tokenRequestOf(ports, session)
  if (!request) return { ports }
  const tokens = createTokens(ports, session, request)
  const first = await tokens.first()
  if ('code' in first) return { ports, error: first }
  return { ports: { ...ports, send: (request) => sendSigned(request, ports, tokens) } }
}

/** How this job asks for a token; undefined where it has one. Each request of an assertion has one of its own. */
function tokenRequestOf(ports: TenantPorts, { job, settings }: Session): (() => ScimRequest) | undefined {
  const { clientCredentials, workloadIdentity } = settings
  const { view, switches } = ports
  if (clientCredentials) {
    const { location: credentialsIn = switches.tokenRequestCredentials, ...client } = clientCredentials
    return () => tokenRequest({ ...client, credentialsIn })
  }
  const app = view.servicePrincipals.get(job.servicePrincipalId)
  if (!workloadIdentity || !app) return undefined
  return () => {
    const assertion = ports.sign(assertionClaims(view.tenant, app, switches, ports.now()))
    return assertedTokenRequest({ ...workloadIdentity, assertion })
  }
}

async function sendSigned(request: ScimRequest, ports: TenantPorts, tokens: Tokens): Promise<Exchange> {
  const token = await tokens.current()
  const exchange = await ports.send(withToken(request, token))
  if (exchange.response?.status !== 401) return exchange
  const next = await tokens.instead(token)
  return next === undefined ? exchange : ports.send(withToken(request, next))
}

function withToken(request: ScimRequest, { token }: AccessToken): ScimRequest {
  const headers = request.headers.map(([name, value]): [string, string] =>
    name === 'Authorization' ? [name, `Bearer ${token}`] : [name, value],
  )
  // What is known of the request is known of the one that goes out.
  return noted({ ...request, headers }, noteOf(request) ?? {})
}

/** The code of credentials that cannot be used (Microsoft's onboarding script for SCIM apps, 2026). Nothing of the job goes on without one. */
function unavailable(reason: string): ObjectError {
  return { code: 'CredentialValidationUnavailable', reason, isJobLevel: true }
}

type Tokens = ReturnType<typeof createTokens>

/** Requests that find out at once that their token is no longer good share one fetch. */
function createTokens(ports: TenantPorts, { job, draws }: Session, request: () => ScimRequest) {
  const { tokenFetch } = ports.switches
  // What only looks neither uses nor leaves a token.
  const isKept = tokenFetch === 'whenExpired' && draws === 'expression'
  let latest: AccessToken | undefined
  let fetching: Promise<AccessToken | ObjectError> | undefined

  async function fetchToken(): Promise<AccessToken | ObjectError> {
    const exchange = await ports.send(request())
    const answered = readToken(exchange, exchange.startedAt + exchange.durationMs)
    if ('problem' in answered) return unavailable(answered.problem)
    latest = answered
    if (isKept) ports.tokens.set(job.id, answered)
    return answered
  }

  async function fetchShared(): Promise<AccessToken | ObjectError> {
    fetching ??= fetchToken()
    try {
      return await fetching
    } finally {
      fetching = undefined
    }
  }

  const isGood = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && (token.expiresAt === undefined || token.expiresAt - MARGIN_MS > ports.now())

  return {
    async first(): Promise<AccessToken | ObjectError> {
      const kept = isKept ? ports.tokens.get(job.id) : undefined
      if (!isGood(kept)) return fetchShared()
      latest = kept
      return kept
    },
    /** The one in force. Where none can be fetched, the old one goes out, and the target says what it thinks of it. */
    async current(): Promise<AccessToken> {
      if (!isGood(latest)) await fetchShared()
      return latest ?? { token: '' }
    },
    /** Another one than that which was refused; undefined when there is none. */
    async instead(refused: AccessToken): Promise<AccessToken | undefined> {
      if (latest !== refused) return latest
      const next = await fetchShared()
      return 'code' in next ? undefined : next
    },
  }
}
