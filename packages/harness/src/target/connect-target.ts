// The way to a foreign target: everything of a run goes through the one `send` made here. It signs in, keeps to the rate, waits when the
// target asks for it, repeats reads that a gateway lost, and tells what it has learnt. Nothing it meets is an exception.
import { createSender, type Sender, type TlsSettings } from '@scimulator/shared/http'
import type { Exchange, HeaderList, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { type RealTime, realTime } from '@scimulator/shared/runtime'
import { createDoor } from './door.ts'
import { createLiveness } from './liveness.ts'
import type { LoadedSecrets } from './load-secrets.ts'
import { createNotes, type Notes } from './notes.ts'
import { createTokenSource } from './oauth-token.ts'
import { STAND_IN_HEADERS, STAND_IN_TOKEN } from './outgoing-request.ts'
import { createPace } from './pace.ts'
import { MOST_AT_A_TIME, requestsAtATime } from './parallelism.ts'
import { type Connection, leaving, OF_OTHERS, OUR_OWN, sendWithCare } from './send-with-care.ts'
import { USER_AGENT } from './target-connection.ts'
import { isLoopback, type TargetDescription } from './target-description.ts'

export interface ConnectedTarget {
  /** Base URL without a trailing slash and without the target's query parameters, which `send` adds. */
  readonly url: string
  /** The same as it was typed, with the slash at its end if there was one. */
  readonly typedUrl: string
  /** Given to callers that need a token for `url`; `send` puts the target's own way to sign in in its place. */
  readonly token: string
  /** The same as headers of a request, for questions of our own. */
  readonly headers: HeaderList
  readonly send: Send
  /** For questions of our own and the clean-up, which may be sent twice: what was answered 5xx, or not at all, goes out again. */
  readonly sendOwn: Send
  /** Calls `tell` with each text that nothing may show, those that come later too. Returns the function that ends it. */
  watchSecrets(tell: (secret: string) => void): () => void
  /** Why nothing more is sent: the target stopped answering, or asked for a pause that is too long. */
  readonly gone: string | undefined
  /** What the report says of the connection: unchecked certificates, redirects, pauses, repeated reads. */
  readonly notes: readonly string[]
  /** The quickest answer so far, in real milliseconds; undefined before the first. */
  readonly latencyMs: number | undefined
  /** The last request for an access token and its answer, secrets and all; undefined where none was asked for. */
  readonly tokenExchange: Exchange | undefined
  close(): Promise<void>
}

export interface ConnectOptions {
  readonly time?: RealTime
  /** Hears of each pause that the target asks for, so that a silence is explained. */
  readonly onPause?: (text: string) => void
}

/** How long the question whether the target is there may take, whatever the time limit of its answers. */
const PATIENCE_MS = 30_000

/** Nothing is sent before the first call of `send`. */
export function connectTarget(
  target: TargetDescription,
  loaded: LoadedSecrets,
  { time = realTime, onPause = () => {} }: ConnectOptions = {},
): ConnectedTarget {
  const secrets = createSecretBook(loaded.secrets)
  const sender = createTransport(target, loaded, time, target.timeoutMs)
  const patient = createTransport(target, loaded, time, Math.max(PATIENCE_MS, target.timeoutMs))
  const signingIn = createSigningIn(loaded, patient.send, time, secrets.add)
  const notes = createNotes()
  noteWhatIsKnown(target, notes)
  let latencyMs: number | undefined
  const connection: Connection = {
    target,
    loaded,
    time,
    notes,
    tokens: signingIn.tokens,
    onPause,
    hasAnswered: () => latencyMs !== undefined,
    pace: createPace(time, target.rate),
    door: createDoor(() => requestsAtATime(target.parallel, latencyMs)),
    liveness: createLiveness(
      async () => patient.send((await leaving(livenessRequest(target), connection)).request),
      time,
    ),
    async transport(request) {
      const exchange = await sender.send(request)
      if (exchange.response) latencyMs = Math.min(latencyMs ?? exchange.durationMs, exchange.durationMs)
      return exchange
    },
  }
  return {
    url: target.url,
    typedUrl: `${target.url}${target.endsInSlash ? '/' : ''}`,
    token: STAND_IN_TOKEN,
    headers: STAND_IN_HEADERS,
    send: (request) => sendWithCare(request, OF_OTHERS, connection),
    sendOwn: (request) => sendWithCare(request, OUR_OWN, connection),
    watchSecrets: secrets.watch,
    get gone() {
      return connection.liveness.gone
    },
    get notes() {
      return notes.texts
    },
    get latencyMs() {
      return latencyMs
    },
    get tokenExchange() {
      return signingIn.exchange
    },
    close: async () => void (await Promise.all([sender.close(), patient.close()])),
  }
}

/** Where access tokens come from, and the last exchange that asked for one. */
function createSigningIn({ signIn }: LoadedSecrets, send: Send, time: RealTime, tell: (secret: string) => void) {
  let exchange: Exchange | undefined
  const sendForToken: Send = async (request) => {
    exchange = await send(request)
    return exchange
  }
  return {
    tokens: signIn.kind === 'oauth' ? createTokenSource(signIn, sendForToken, time, tell) : undefined,
    get exchange() {
      return exchange
    },
  }
}

function createSecretBook(known: readonly string[]) {
  const secrets = new Set(known)
  const watchers = new Set<(secret: string) => void>()
  return {
    add(secret: string): void {
      secrets.add(secret)
      for (const tell of watchers) tell(secret)
    },
    watch(tell: (secret: string) => void): () => void {
      for (const secret of secrets) tell(secret)
      watchers.add(tell)
      return () => void watchers.delete(tell)
    },
  }
}

function createTransport(target: TargetDescription, { tls }: LoadedSecrets, time: RealTime, timeoutMs: number): Sender {
  const { authentication, proxy, url } = target
  const connections = target.parallel === 1 ? 1 : MOST_AT_A_TIME
  const asked = authentication.kind === 'oauth' ? [url, authentication.tokenUrl] : [url]
  return createSender({
    clock: time,
    timeoutMs,
    connections,
    allowedOrigins: new Set(asked.map((one) => new URL(one).origin)),
    ...(isDirect(proxy, tls) ? {} : { route: { proxy, tls, connections } }),
  })
}

/** Without a route a sender keeps plain pools, which cost least. */
function isDirect({ http, https }: TargetDescription['proxy'], { ca = [], cert, insecure }: TlsSettings): boolean {
  return [http, https, cert, insecure].every((one) => one === undefined) && ca.length === 0
}

function noteWhatIsKnown({ url, tls, authentication }: TargetDescription, notes: Notes): void {
  if (tls.insecure) notes.add('insecure', () => `The certificate of ${url} was not checked (--insecure).`)
  if (url.startsWith('http:') && !isLoopback(url) && authentication.kind !== 'none') {
    notes.add('plain', () => `The credentials went to ${url} without encryption (http).`)
  }
}

function livenessRequest({ url }: TargetDescription): ScimRequest {
  return {
    method: 'GET',
    url: `${url}/ServiceProviderConfig`,
    headers: [...STAND_IN_HEADERS, ['Accept', 'application/scim+json'], USER_AGENT],
  }
}
