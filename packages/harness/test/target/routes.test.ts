// Proxies and certificates, over real sockets. The target has a name that resolves nowhere, so that only the way described can reach it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Certificate, createAuthority, signCertificate } from './certificates.ts'
import { type Connected, connectedTo } from './connected.ts'
import { startProxy } from './proxy.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-routes-'))
const closers: (() => unknown)[] = []
let authority: Certificate
let valid: Certificate
let expired: Certificate
let client: Certificate

beforeAll(async () => {
  authority = await createAuthority()
  valid = await signCertificate(authority, { host: 'scim.test' })
  expired = await signCertificate(authority, { host: 'scim.test', isExpired: true })
  client = await signCertificate(authority, { host: 'client.test' })
  for (const [name, text] of Object.entries({
    'ca.pem': authority.cert,
    'client.pem': client.cert,
    'client.key': client.key,
  })) {
    writeFileSync(join(folder, name), text)
  }
})

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string): string => join(folder, name)

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  server.on('secureConnection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const answering: RequestListener = (request, response) => {
  const peer = (request.socket as TLSSocket).getPeerCertificate?.()
  response.writeHead(200, { 'content-type': 'application/scim+json' })
  response.end(JSON.stringify({ totalResults: 0, path: request.url, client: peer?.subject?.CN }))
}

const https = (certificate: Certificate, options: ServerOptions = {}): Promise<number> =>
  listening(createServer({ ...certificate, ...options }, answering))

async function proxy(options: Parameters<typeof startProxy>[0]) {
  const started = await startProxy(options)
  closers.push(started.close)
  return started
}

function connected(...args: Parameters<typeof connectedTo>): Connected {
  const made = connectedTo(...args)
  closers.push(made.connected.close)
  return made
}

describe('an https target behind a proxy', () => {
  test('is reached by CONNECT', async () => {
    const { url, asked } = await proxy({ leadsTo: await https(valid) })
    const { get } = connected({ target: 'https://scim.test/v2', ca: file('ca.pem') }, { HTTPS_PROXY: url })
    expect(await get()).toBe('200')
    expect(asked).toEqual(['CONNECT scim.test:443'])
  })

  test('is reached with the password in the URL of the proxy, which nothing shows', async () => {
    const { url } = await proxy({ leadsTo: await https(valid), credentials: 'ann:s3cret/word' })
    const withPassword = url.replace('//', '//ann:s3cret%2Fword@')
    const made = connected({ target: 'https://scim.test/v2', ca: file('ca.pem') }, { HTTPS_PROXY: withPassword })
    expect(await made.get()).toBe('200')
    const secrets: string[] = []
    made.connected.watchSecrets((secret) => secrets.push(secret))
    expect(secrets).toEqual(['s3cret%2Fword', 's3cret/word'])
  })

  test.each([
    ['no password', ''],
    ['a wrong one', 'ann:wrong@'],
  ])('is not reached with %s, and the message says what the proxy wants', async (_name, user) => {
    const { url } = await proxy({ leadsTo: await https(valid), credentials: 'ann:right' })
    const { get } = connected({ target: 'https://scim.test/v2' }, { HTTPS_PROXY: url.replace('//', `//${user}`) })
    expect(await get()).toBe(
      `connection: The proxy ${url} answered CONNECT scim.test:443 with status 407. ` +
        'It wants a user and a password: http://user:password@proxy.',
    )
  })

  test('is not reached when the proxy answers with a page', async () => {
    const { url } = await proxy({ leadsTo: 1, page: { status: 403, html: '<html>Forbidden by policy</html>' } })
    const { get } = connected({ target: 'https://scim.test' }, { HTTPS_PROXY: url })
    expect(await get()).toBe(`connection: The proxy ${url} answered CONNECT scim.test:443 with status 403.`)
  })

  test('is not reached when nobody listens there', async () => {
    const { get } = connected({ target: 'https://scim.test' }, { HTTPS_PROXY: 'http://127.0.0.1:9' })
    expect(await get()).toMatch(/^connection: ECONNREFUSED/)
  })

  test('--proxy wins over the environment', async () => {
    const { url, asked } = await proxy({ leadsTo: await https(valid) })
    const flags = { target: 'https://scim.test', ca: file('ca.pem'), proxy: url }
    expect(await connected(flags, { HTTPS_PROXY: 'http://127.0.0.1:9' }).get()).toBe('200')
    expect(asked).toHaveLength(1)
  })
})

describe('an http target behind a proxy', () => {
  test('is asked for in absolute form, with the password', async () => {
    const port = await listening(createHttpServer(answering))
    const { url, asked } = await proxy({ leadsTo: port, credentials: 'ann:word' })
    const { get } = connected({ target: 'http://scim.test/v2' }, { HTTP_PROXY: url.replace('//', '//ann:word@') })
    expect(await get('/Users?count=1')).toBe('200')
    expect(asked).toEqual(['GET http://scim.test/v2/Users?count=1'])
  })

  test('fails with the name of the proxy that wants a password', async () => {
    const { url } = await proxy({ leadsTo: 1, credentials: 'ann:word' })
    expect(await connected({ target: 'http://scim.test' }, { HTTP_PROXY: url }).get()).toMatch(
      `connection: The proxy ${url} answered a request for http://scim.test with status 407.`,
    )
  })

  test('a page of the proxy is an answer like any other', async () => {
    const { url } = await proxy({ leadsTo: 1, page: { status: 404, html: '<html>no such host</html>' } })
    expect(await connected({ target: 'http://scim.test' }, { HTTP_PROXY: url }).get()).toBe('404')
  })
})

describe('no proxy is used', () => {
  test.each([['scim.test'], ['other.example, .test'], ['*'], ['scim.test:80']])(
    'for a host that NO_PROXY names: %s',
    async (except) => {
      const { url, asked } = await proxy({ leadsTo: 1 })
      const made = connected({ target: 'http://scim.test' }, { HTTP_PROXY: url, NO_PROXY: except })
      expect(await made.get()).toMatch(/^connection: (ENOTFOUND|EAI_AGAIN)/)
      expect(asked).toEqual([])
    },
  )

  test('for what runs on this machine, whatever the environment says', async () => {
    const port = await listening(createHttpServer(answering))
    const { url, asked } = await proxy({ leadsTo: 1 })
    expect(await connected({ target: `http://127.0.0.1:${port}` }, { HTTP_PROXY: url, http_proxy: url }).get()).toBe(
      '200',
    )
    expect(asked).toEqual([])
  })
})

describe('certificates', () => {
  const through = async (port: number, flags: object = {}, env: object = {}): Promise<Connected> => {
    const { url } = await proxy({ leadsTo: port })
    return connected({ target: 'https://scim.test', ...flags }, { HTTPS_PROXY: url, ...env })
  }

  test('one of an authority of our own is refused unless the authority is named', async () => {
    const port = await https(valid)
    expect(await (await through(port)).get()).toMatch(
      /^tls: (UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)/,
    )
    expect(await (await through(port, { ca: file('ca.pem') })).get()).toBe('200')
    expect(await (await through(port, {}, { NODE_EXTRA_CA_CERTS: file('ca.pem') })).get()).toBe('200')
  })

  test('an expired one is refused, and taken with --insecure, which the report says', async () => {
    const port = await https(expired)
    expect(await (await through(port, { ca: file('ca.pem') })).get()).toMatch(/^tls: CERT_HAS_EXPIRED/)
    const { get, connected } = await through(port, { insecure: true })
    expect(await get()).toBe('200')
    expect(connected.notes).toEqual(['The certificate of https://scim.test was not checked (--insecure).'])
  })

  test('one of another host is refused', async () => {
    const port = await https(await signCertificate(authority, { host: 'other.test' }))
    expect(await (await through(port, { ca: file('ca.pem') })).get()).toMatch(/^tls: ERR_TLS_CERT_ALTNAME_INVALID/)
  })

  test('a client shows its own when the server wants one', async () => {
    const port = await https(valid, { requestCert: true, rejectUnauthorized: true, ca: authority.cert })
    const trusting = { ca: file('ca.pem') }
    expect(await (await through(port, trusting)).get()).toMatch(/^(tls|reset|connection): /)
    const { connected } = await through(port, { ...trusting, cert: file('client.pem'), key: file('client.key') })
    const { response } = await connected.send({ method: 'GET', url: 'https://scim.test/Users', headers: [] })
    expect(JSON.parse(response?.body ?? '{}')).toMatchObject({ client: 'client.test' })
  })

  test('an http server behind an https URL is a named failure', async () => {
    const port = await listening(createHttpServer(answering))
    expect(await (await through(port)).get()).toMatch(/^tls: /)
  })
})
