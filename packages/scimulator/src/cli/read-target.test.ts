import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTarget } from './read-target.ts'

const token = 'the-token-of-the-target'
let scim: { readonly url: string; close(): Promise<void> }

beforeEach(async () => {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
  const { url } = await receiver.listen({ port: 0 })
  scim = { url: `${url}/scim/v2`, close: () => receiver.close() }
})

afterEach(async () => {
  await scim.close()
})

const CONSENT = { tokenEnv: 'SCIMULATOR_TEST_TOKEN', iOwnThisTarget: true }

test.each([
  ['no consent', { tokenEnv: 'X' }, 'add --i-own-this-target'],
  ['no token variable', { iOwnThisTarget: true }, '--token-env NAME'],
  [
    'an empty token variable',
    { ...CONSENT, tokenEnv: 'SCIMULATOR_UNSET' },
    'SCIMULATOR_UNSET (--token-env) is not set',
  ],
])('refuses a target with %s', async (_, given, message) => {
  await expect(readTarget(scim.url, given)).rejects.toThrow(message)
})

test('refuses a target that answers HTML, and says what came', async () => {
  process.env.SCIMULATOR_TEST_TOKEN = token
  const page = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
  })
  await expect(readTarget(page.url, CONSENT)).rejects.toThrow(
    /answered 200 with text\/html, which is no SCIM ListResponse: "<!doctype html><title>Sign in<\/title>" Check that the URL/,
  )
  await page.close(0)
})

test('refuses a target that does not take the token, or is not there', async () => {
  process.env.SCIMULATOR_TEST_TOKEN = 'another-token'
  await expect(readTarget(scim.url, CONSENT)).rejects.toThrow('was refused with status 401')
  await expect(readTarget('http://127.0.0.1:1', CONSENT)).rejects.toThrow('Is it running?')
  await expect(readTarget('ftp://x', CONSENT)).rejects.toThrow('is no http or https URL')
})

test('accepts a target that answers as SCIM does', async () => {
  process.env.SCIMULATOR_TEST_TOKEN = token
  await expect(readTarget(scim.url, CONSENT)).resolves.toEqual({
    url: scim.url,
    token,
    namespace: 'scimulator-',
  })
})
