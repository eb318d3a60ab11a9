// From a command line to a target that has answered, against the project's own plain receiver and against what is no SCIM endpoint.
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assertConsent, openGiven, openTarget, readDescription } from '../../src/target/open-target.ts'
import type { Environment, TargetFlags } from '../../src/target/read-settings.ts'

const token = 'the-token-of-the-target'
const closers: (() => unknown)[] = []
let scim: string

beforeEach(async () => {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
  const { url } = await receiver.listen({ port: 0 })
  scim = `${url}/scim/v2`
  closers.push(() => receiver.close())
})

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

async function open(flags: TargetFlags, env: Environment = {}): Promise<{ url: string; users: number }> {
  const description = readDescription(flags, { env, folder: import.meta.dirname })
  if (!description) throw new Error('no target')
  assertConsent(description, false)
  const opened = await openTarget(description, { env })
  await opened.close()
  return { url: opened.connected.url, users: opened.users }
}

const withToken = { T: token }

test('a target that answers as SCIM does is opened, with a trailing slash too', async () => {
  expect(await open({ target: scim, tokenEnv: 'T' }, withToken)).toEqual({ url: scim, users: 0 })
  expect(await open({ target: `${scim}/`, tokenEnv: 'T' }, withToken)).toEqual({ url: scim, users: 0 })
})

test('a program opens one with the token itself', async () => {
  const opened = await openGiven({ url: scim, token }, false, { env: {} })
  expect(opened.users).toBe(0)
  await opened.close()
})

test('query parameters go with every request', async () => {
  const asked: (string | undefined)[] = []
  const page = await listen((request, response) => {
    asked.push(request.url)
    response.end(JSON.stringify({ totalResults: 3 }))
  })
  closers.push(() => page.close(0))
  expect((await open({ target: `${page.url}/scim/?tenant=7&x=a%2Fb` })).users).toBe(3)
  expect(asked).toEqual(['/scim/Users?startIndex=1&count=1&tenant=7&x=a%2Fb'])
})

test('a page is no SCIM endpoint, and the message shows what came', async () => {
  const page = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
  })
  closers.push(() => page.close(0))
  await expect(open({ target: page.url })).rejects.toThrow(
    /answered 200 with text\/html, which is not a SCIM ListResponse: "<!doctype html><title>Sign in<\/title>" Check that the URL/,
  )
})

test('a redirect is not followed, and the message says where it leads', async () => {
  const page = await listen((_, response) => {
    response.writeHead(308, { location: 'https://scim.example.com/v2/Users?secret=1' }).end()
  })
  closers.push(() => page.close(0))
  await expect(open({ target: page.url })).rejects.toThrow(
    'was redirected (308) to https://scim.example.com/v2/Users. Redirects are not followed: give the URL that answers itself.',
  )
})

test.each([
  ['a wrong token', { tokenEnv: 'W' }, 'was refused with status 401'],
  ['no token', {}, 'was refused with status 401'],
  ['a variable that is not set', { tokenEnv: 'UNSET' }, 'The environment variable UNSET (--token-env) is not set.'],
  ['a file that is not there', { tokenFile: '/nowhere' }, 'The file /nowhere (--token-file) cannot be read'],
])('%s', async (_name, flags, message) => {
  await expect(open({ target: scim, ...flags }, { ...withToken, W: 'another-token' })).rejects.toThrow(message)
})

test('nobody listens there', async () => {
  await expect(open({ target: 'http://127.0.0.1:1' })).rejects.toThrow('Is it running?')
})

test('a proxy that cannot be reached is named', async () => {
  const opening = open({ target: scim, tokenEnv: 'T', proxy: 'http://127.0.0.1:1' }, withToken)
  await expect(opening).rejects.toThrow('is http://127.0.0.1:1 the right proxy?')
})

test('another machine is asked nothing without consent', async () => {
  await expect(open({ target: 'https://scim.example.com/v2' })).rejects.toThrow('add --i-own-this-target')
})

test('a configuration that is named and not there', async () => {
  await expect(open({ target: scim, config: 'nowhere.yaml' })).rejects.toThrow(
    'There is no file "nowhere.yaml" (--config).',
  )
})
