// `scimulator mcp` as an agent meets it: the SDK's own client, over standard input and output of the real command.
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntraTenant, createJumpCloudOrg } from '../src/index.ts'
import { scimulator } from './in-process.ts'

const BIN = process.env.SCIMULATOR_BIN ?? join(import.meta.dirname, '../bin/scimulator.js')
const SECRET = 'very-secret-token-of-the-endpoint'
const STRANGER = 'grace.hopper.7f3a@strangers.example'

const receiver = createReceiver({ profile: 'rfc', sources: [{ token: SECRET }], deviations: ['string-false-is-true'] })
let target = ''
let closeReceiver: () => Promise<void>
/** One server for most: a start takes longer than what it is asked. */
let client: Client
const clients: Client[] = []

beforeAll(async () => {
  client = await agent('--token-env', 'SCIM_TOKEN')
  const listening = await receiver.listen({ port: 0 })
  target = `${listening.url}/scim/v2`
  closeReceiver = listening.close
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/scim+json' }
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: STRANGER,
    displayName: 'Grace Hopper 7f3a',
    emails: [{ value: STRANGER, type: 'work', primary: true }],
  })
  expect((await fetch(`${target}/Users`, { method: 'POST', headers, body })).status).toBe(201)
})

afterAll(async () => {
  for (const client of clients) await client.close()
  await closeReceiver()
  await receiver.close()
})

async function agent(...args: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const env = { ...process.env, SCIM_TOKEN: SECRET } as Record<string, string>
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [BIN, 'mcp', ...args], env, stderr: 'pipe' }),
  )
  clients.push(client)
  return client
}

async function call(client: Client, name: string, input: Record<string, unknown> = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: input }, undefined, {
    timeout: 120_000,
  })
  const [part] = content as { type: string; text: string }[]
  return { isError, text: part?.text ?? '' }
}

describe('an endpoint on this machine', { timeout: 120_000 }, () => {
  test('is tested, with a work order for each finding; no secret and nobody who was there before comes out', async () => {
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual([
      'test_endpoint',
      'rerun_finding',
      'explain_person',
      'look_at_directory',
    ])
    const { isError, text } = await call(client, 'test_endpoint', { url: target })
    expect(isError, text).toBe(false)
    expect(text).toContain('string-false-is-true')
    expect(text).toMatch(/^prove: scimulator test http:\S+ .*--finding string-false-is-true$/m)
    for (const hidden of [SECRET, STRANGER, 'grace.hopper', 'Hopper']) expect(text).not.toContain(hidden)
  })

  test('one finding is asked again; one that does not exist is refused with the nearest', async () => {
    const again = await call(client, 'rerun_finding', { url: target, finding: 'string-false-is-true' })
    expect(again.text).toContain('1 finding.')
    const { isError, text } = await call(client, 'rerun_finding', { url: target, finding: 'string-false-is-tru' })
    expect([isError, text]).toEqual([true, expect.stringContaining('There is no finding "string-false-is-tru"')])
  })
})

describe('what a model cannot allow itself', () => {
  test.each([
    'https://scim.example.com/v2',
    'http://10.1.2.3/scim',
    'http://127.0.0.1.example.com/scim',
    'file:///etc/passwd',
    'x',
  ])('%s is refused without a request', async (url) => {
    const { isError, text } = await call(client, 'test_endpoint', { url })
    expect([isError, text]).toEqual([true, expect.stringContaining('A person who owns it has to start the server')])
  })

  test('another endpoint than the one that the server was started for', async () => {
    const { isError, text } = await call(await agent('--target', target), 'test_endpoint', {
      url: 'http://127.0.0.1:1/scim',
    })
    expect([isError, text]).toEqual([true, expect.stringContaining(`started for ${target} alone`)])
  })

  test.each([
    ['consent without an endpoint', ['--i-own-this-target'], 'name it with --target URL'],
    ['another machine without consent', ['--target', 'https://scim.example.com/v2'], '--i-own-this-target'],
    ['a token from standard input', ['--token-file', '-'], 'belongs to the protocol'],
  ])('%s does not start', async (_, args, message) => {
    const { code, err } = await scimulator('mcp', ...args)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  test('a program on another machine is not looked at', async () => {
    const { isError, text } = await call(client, 'look_at_directory', {
      at: 'https://scim.example.com',
      view: 'users',
    })
    expect([isError, text]).toEqual([true, expect.stringContaining('is not a program on this machine')])
  })
})

describe('programs that run', () => {
  const tenant = createEntraTenant()
  const organisation = createJumpCloudOrg()
  let entra = ''
  let jumpcloud = ''

  beforeAll(async () => {
    await tenant.loadCompany({ company: { generate: { people: 3 } } })
    await tenant.createApp({ name: 'App' })
    await tenant.setCredentials({ tenantUrl: target, secretToken: SECRET })
    entra = (await tenant.listen()).url
    await organisation.loadCompany({ company: { generate: { people: 3 } } })
    await organisation.createApplication({ displayLabel: 'App' })
    await organisation.configureScim({ baseUrl: target, token: SECRET, testUserEmail: 'probe@contoso.example' })
    jumpcloud = (await organisation.listen()).url
  })
  afterAll(async () => {
    await tenant.close()
    await organisation.close()
  })

  test('their people are shown, and why one of them is not provisioned', async () => {
    const people = JSON.parse((await call(client, 'look_at_directory', { at: entra, view: 'users', limit: 2 })).text)
    expect([people.items.length, people.total]).toEqual([2, 3])
    const [{ key }] = people.items
    const { text } = await call(client, 'explain_person', { at: entra, user: key })
    expect(JSON.parse(text)).toMatchObject({ name: expect.any(String), act: { status: 'skipped' } })
    expect(text).not.toContain(SECRET)
  })

  test('JumpCloud shows what it knows of a person', async () => {
    const { items } = JSON.parse((await call(client, 'look_at_directory', { at: jumpcloud, view: 'users' })).text)
    const { isError, text } = await call(client, 'explain_person', { at: jumpcloud, user: items[0].key })
    expect(isError, text).toBe(false)
    expect(JSON.parse(text)).toMatchObject({
      user: expect.any(Object),
      links: [],
      pushes: [],
      insights: expect.any(Array),
    })
  })

  test('nobody of that name, no such view, and nothing there are told with the way out', async () => {
    expect((await call(client, 'explain_person', { at: jumpcloud, user: 'nobody' })).text).toContain(
      'has no user called "nobody"',
    )
    expect((await call(client, 'look_at_directory', { at: entra, view: 'user' })).text).toContain(
      'Did you mean "users"',
    )
    const silent = await call(client, 'look_at_directory', { at: 'http://127.0.0.1:1', view: 'users' })
    expect([silent.isError, silent.text]).toEqual([true, expect.stringContaining('Start the program first.')])
  })

  test('the token that a tenant was given is in no view', async () => {
    for (const [at, view] of [
      [entra, 'job'],
      [entra, 'audit-logs'],
      [jumpcloud, 'connector'],
      [jumpcloud, 'applications'],
    ])
      expect((await call(client, 'look_at_directory', { at, view })).text).not.toContain(SECRET)
  })
})
