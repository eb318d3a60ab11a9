// The library as it is used after `npm install scimulator`, in plain Node: as an ES module, by require, in Express.
import { execFile } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'

const folder = inject('installed')
const require = createRequire(import.meta.url)

/** Runs a file in plain Node, beside the installed package. @returns what it prints */
async function node(name: string, code: string): Promise<string> {
  writeFileSync(join(folder, name), code)
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, name)], { cwd: folder })
  return stdout.trim()
}

const LISTENING = `
  const receiver = createReceiver({ profile: 'rfc' })
  const { url, close } = await receiver.listen()
  const headers = { authorization: 'Bearer ' + receiver.token, 'content-type': 'application/scim+json' }
  const made = await fetch(url + '/scim/v2/Users', { method: 'POST', headers, body: JSON.stringify({ userName: 'ana' }) })
  const found = await (await fetch(url + '/scim/v2/Users?filter=userName+eq+%22ana%22', { headers })).json()
  console.log(made.status, found.totalResults)
  await receiver.close()
`

test('createReceiver() in an ES module', async () => {
  expect(await node('receiver.mjs', `import { createReceiver } from 'scimulator'\n${LISTENING}`)).toBe('201 1')
})

test('createReceiver() by require', async () => {
  const code = `const { createReceiver } = require('scimulator')\nvoid (async () => {${LISTENING}})()`
  expect(await node('receiver.cjs', code)).toBe('201 1')
})

test('receiverMiddleware() in Express with supertest, above a route and a body parser of the application', async () => {
  for (const name of ['express', 'supertest']) {
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(folder, 'node_modules', name))
  }
  const printed = await node(
    'express.mjs',
    `import express from 'express'
    import request from 'supertest'
    import { receiverMiddleware } from 'scimulator/express'
    const scim = receiverMiddleware({ profile: 'rfc', token: 'secret' })
    const app = express().use('/tenants/1', scim).use(express.json()).get('/', (_, response) => response.send('mine'))
    const post = request(app).post('/tenants/1/scim/v2/Users').set('authorization', 'Bearer secret')
    const made = await post.set('content-type', 'application/scim+json').send(JSON.stringify({ userName: 'ana' }))
    console.log(made.status, new URL(made.body.meta.location).pathname.replace(made.body.id, 'ID'))
    console.log((await request(app).get('/')).text, (await request(app).get('/tenants/1/other')).status)
    const wrong = express().use(express.json({ type: () => true }), scim)
    wrong.use((error, _, response, next) => response.status(500).send(error.message))
    console.log((await request(wrong).post('/scim/v2/Users').send('{}')).text.split('.')[0])
    await scim.receiver.close()`,
  )
  expect(printed.split('\n')).toEqual([
    '201 /tenants/1/scim/v2/Users/ID',
    'mine 404',
    'The body was read before the receiver saw it',
  ])
})

test('a tenant provisions into a receiver, both in one process', async () => {
  const printed = await node(
    'tenant.mjs',
    `import { createEntraTenant, createReceiver } from 'scimulator'
    const receiver = createReceiver({ profile: 'rfc' })
    const { url } = await receiver.listen()
    const tenant = createEntraTenant()
    await tenant.loadCompany({ company: { generate: { people: 4 } } })
    await tenant.createApp({ name: 'App' })
    await tenant.setCredentials({ tenantUrl: url + '/scim/v2', secretToken: receiver.token })
    await tenant.setSettings({ scope: 'Sync all users and groups' })
    await tenant.start()
    await tenant.advance('40m')
    const headers = { authorization: 'Bearer ' + receiver.token }
    console.log((await (await fetch(url + '/scim/v2/Users', { headers })).json()).totalResults)
    await tenant.close()
    await receiver.close()`,
  )
  expect(printed).toBe('4')
})

test('SCIM and the expression language are libraries of their own, which load no program', async () => {
  const printed = await node(
    'parts.cjs',
    `const { parseFilter, printFilter } = require('scimulator/scim')
    console.log(printFilter(parseFilter('userName EQ "ana"')))
    const { evaluateText } = require('scimulator/mapping')
    console.log(evaluateText('Join("-", [a], "b")', { a: 'A' }))
    console.log(Object.keys(require.cache).filter((path) => /index\\.cjs$/.test(path)).length)`,
  )
  expect(printed.split('\n')).toEqual(['userName eq "ana"', 'A-b', '0'])
})

test('what the identity providers send is data: by import, by require, and as plain JSON for whoever has no Node', async () => {
  const code = `
    console.log(readRequests('entra', { acts: ['disabled'] }).acts.map(({ id }) => id).join())
    console.log(requestsAs('jumpcloud', 'hurl').split('\\n')[0])`
  const expected = [
    'hired,joins-group,disabled',
    '# JumpCloud: what it sends in the life of a small company, in order.',
  ]
  const imported = await node('requests.mjs', `import { readRequests, requestsAs } from 'scimulator/requests'\n${code}`)
  expect(imported.split('\n')).toEqual(expected)
  const required = await node(
    'requests.cjs',
    `const { readRequests, requestsAs } = require('scimulator/requests')\n${code}`,
  )
  expect(required.split('\n')).toEqual(expected)
  for (const as of ['entra', 'entra-legacy', 'jumpcloud', 'okta', 'okta-catalogue']) {
    const corpus = JSON.parse(readFileSync(join(folder, `node_modules/scimulator/requests/${as}.json`), 'utf8'))
    expect(corpus.as).toBe(as)
  }
})
