import type { RequestListener, Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'

export interface ListeningHttps {
  /** `https://localhost:41001`, without trailing slash: the name that the certificate carries. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Serves over TLS 1.2 and newer on loopback. A port in use is an Error that names the port and the way out. */
export async function listenHttps(
  listener: RequestListener,
  certificate: Certificate,
  port = 0,
): Promise<ListeningHttps> {
  const { certificate: cert, privateKey: key } = certificate
  const server = createTlsServer({ cert, key, minVersion: 'TLSv1.2' }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  // A TCP server's address is an AddressInfo once it listens.
  const address = server.address() as AddressInfo
  return { url: `https://localhost:${address.port}`, port: address.port, close: () => closeServer(server) }
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} is in use. Stop what listens there, or choose another one with --https-port.`)
}

function closeServer(server: Pick<Server, 'close' | 'closeAllConnections'>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
