// An HTTP proxy for tests. Whatever host is asked for, it leads to a port of this machine, so that names need not resolve.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface TestProxy {
  readonly url: string
  /** What it was asked for: `CONNECT scim.test:443`, `GET http://scim.test/Users`. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export interface ProxyOptions {
  /** Port of this machine that stands for every host. */
  readonly leadsTo: number
  /** `user:password` that it wants. */
  readonly credentials?: string
  /** Answers every request with this instead of passing it on. */
  readonly page?: { readonly status: number; readonly html: string }
}

export async function startProxy(options: ProxyOptions): Promise<TestProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    passOn(incoming, outgoing, options)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('connect', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    asked.push(`CONNECT ${incoming.url}`)
    tunnel(incoming, socket, head, options)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function isAllowed({ headers }: IncomingMessage, { credentials }: ProxyOptions): boolean {
  if (credentials === undefined) return true
  return headers['proxy-authorization'] === `Basic ${Buffer.from(credentials).toString('base64')}`
}

function tunnel(incoming: IncomingMessage, socket: Socket, head: Buffer, options: ProxyOptions): void {
  socket.on('error', () => {})
  if (!isAllowed(incoming, options)) {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n')
    return
  }
  if (options.page) {
    const { status, html } = options.page
    socket.end(`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\nContent-Length: ${html.length}\r\n\r\n${html}`)
    return
  }
  const onward = connect(options.leadsTo, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    onward.write(head)
    onward.pipe(socket)
    socket.pipe(onward)
  })
  onward.on('error', () => socket.destroy())
  socket.once('close', () => onward.destroy())
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, options: ProxyOptions): void {
  if (!isAllowed(incoming, options)) {
    outgoing.writeHead(407, { 'proxy-authenticate': 'Basic' }).end()
    return
  }
  if (options.page) {
    outgoing.writeHead(options.page.status, { 'content-type': 'text/html' }).end(options.page.html)
    return
  }
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://none')
  const { method, headers } = incoming
  const onward = request(
    { port: options.leadsTo, host: '127.0.0.1', path: pathname + search, method, headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    },
  )
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
