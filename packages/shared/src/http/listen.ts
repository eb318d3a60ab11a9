import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SERVER_LIMITS, type ServerLimits } from './server-limits.ts'

export interface Listening {
  /** `http://127.0.0.1:41001`, without trailing slash. */
  readonly url: string
  readonly port: number
  /** Stops accepting, lets running requests end for `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>
}

export interface ListenOptions {
  /** 0 takes a free port. */
  readonly port?: number
  readonly host?: string
  /** Called with the server before it listens, to add what a listener cannot see, such as `clientError`. */
  readonly prepare?: (server: Server) => void
  readonly limits?: ServerLimits
}

/** Serves on loopback unless told otherwise. A port in use is an Error that names the port and the way out. */
export async function listen(listener: RequestListener, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1' } = options
  const server = createServer(serverOptions(options.limits), listener)
  options.prepare?.(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  // A TCP server's address is an AddressInfo once it listens.
  const address = server.address() as AddressInfo
  const shownHost = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    close: (graceMs) => closeServer(server, graceMs),
  }
}

function serverOptions(limits: ServerLimits = SERVER_LIMITS): ServerOptions {
  return {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: limits.checkMs,
    maxHeaderSize: limits.maxHeaderBytes,
    keepAliveTimeout: limits.keepAliveMs,
  }
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is in use. Stop what listens there, or choose another port with --port.`)
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${port} on ${host} is not allowed. Choose one above 1023 with --port.`)
  return new Error(`Cannot listen on ${host}:${port}: ${error.message}`)
}

function closeServer(server: Server, graceMs = 1_000): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
