import { rootCertificates } from 'node:tls'
import { type Dispatcher, EnvHttpProxyAgent } from 'undici'

/** How another machine is reached: through which proxy, and whose certificates are trusted. */
export interface Route {
  /** Connections that are kept open to one origin. */
  readonly connections?: number
  readonly proxy?: ProxySettings
  readonly tls?: TlsSettings
}

/** The three values of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; a user and a password may stand in the URLs. */
export interface ProxySettings {
  readonly http?: string
  /** The proxy of http targets when left out. */
  readonly https?: string
  /** Hosts that are reached directly: `localhost,.internal.example:8443`, or `*`. */
  readonly except?: string
}

export interface TlsSettings {
  /** Certificates (PEM) of authorities that are trusted beside those that Node.js ships. */
  readonly ca?: readonly string[]
  /** The client's certificate and its key, PEM. */
  readonly cert?: string
  readonly key?: string
  readonly passphrase?: string
  /** True: any certificate is taken, an expired one and another host's too. */
  readonly insecure?: boolean
}

/**
 * Connections along a route. An https target is reached through a proxy by CONNECT, an http target by a request in absolute form
 * (RFC 9112 §3.2.2), because proxies refuse to tunnel to port 80. The environment of the process is not read.
 */
export function createDispatcher({ connections = 16, proxy = {}, tls = {} }: Route): Dispatcher {
  const connect = connectOptions(tls)
  return new EnvHttpProxyAgent({
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.except ?? '',
    proxyTunnel: false,
    requestTls: connect,
    proxyTls: connect,
    connect,
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

function connectOptions({ ca = [], cert, key, passphrase, insecure }: TlsSettings): Record<string, unknown> {
  return {
    // Handing over a list takes the place of the built-in one, which therefore goes with it.
    ...(ca.length === 0 ? {} : { ca: [...rootCertificates, ...ca] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(insecure ? { rejectUnauthorized: false } : {}),
  }
}
