import { request } from 'node:http'
import { type Listening, listen } from '@scimulator/shared/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReceiver } from '../../src/index.ts'
import { admitHosts } from '../../src/up/admit-hosts.ts'

const receiver = createReceiver({ sources: [{ token: 'secret' }] })
let server: Listening

beforeAll(async () => {
  server = await listen(admitHosts(['abc.Tunnel.example'], receiver.handle), { port: 0 })
})
afterAll(async () => {
  await server.close(0)
  await receiver.close()
})

/** The status of the answer; the Host is what a tunnel passes on. */
function asked(host: string, path: string, method = 'GET'): Promise<number | undefined> {
  const headers = { host, ...(path.includes('/scim/') ? { authorization: 'Bearer secret' } : {}) }
  return new Promise((resolve, reject) => {
    const sent = request(server.url, { headers, method, path }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject).end()
  })
}

test.each([
  ['the name that was said', 'abc.tunnel.example', '/scim/v2/Users', 200],
  ['in another case and with a port', 'ABC.tunnel.example:443', '/scim/v2/Users?count=1', 200],
  ['as Lark writes its URL', 'abc.tunnel.example', '/admin/scim/v2/Users', 200],
  ['a name that was not', 'evil.example', '/scim/v2/Users', 421],
  ['this machine', '127.0.0.1', '/scim/v2/Users', 200],
  ['an administrator at this machine', 'localhost', '/admin/v1/members', 200],
  ['an administrator from outside', 'abc.tunnel.example', '/admin/v1/members', 403],
  ['the control surface from outside', 'abc.tunnel.example', '/_scimulator/views/members', 403],
  ['a way round it', 'abc.tunnel.example', '/scim/v2/../../admin/v1/members', 404],
  ['another way', 'abc.tunnel.example', '//admin/v1/members', 403],
  ['what only begins like it', 'abc.tunnel.example', '/scim/v2x', 403],
])('%s: %s%s is answered %i', async (_, host, path, status) => {
  expect(await asked(host, path)).toBe(status)
})
