// What callers without a compiler are told of an option that does not exist, or cannot have that value.
import { describe, expect, test } from 'vitest'
import * as express from '../express.ts'
import * as library from '../index.ts'
import * as requests from '../requests.ts'

// Nobody listens there: what is refused is refused before anything is sent.
const url = 'http://127.0.0.1:1/scim/v2'

const { createReceiver, entra, jumpcloud, runScenario, scenario } = library
const { readRequests, requestsAs } = requests

// As JavaScript calls: no type stands in the way.
const call = {
  ...library,
  ...express,
  runScenario: (options: object) => runScenario('receiver/country', options),
  scenario: (options: object) => scenario('receiver/country', { url }, options),
  entra: (options: object) => entra({ url }, options),
  jumpcloud: (options: object) => jumpcloud({ url }, options),
  readRequests: (options: object) => readRequests('entra', options),
  requestsAs: (options: object) => requestsAs('entra', 'hurl', options),
} as Readonly<Record<string, (options: unknown) => unknown>>

/** Some throw and some reject; a test does not mind. */
const calling = (name: string, options: unknown) => async () => call[name]?.(options)

const wrongNames: readonly (readonly [name: string, options: object, message: string])[] = [
  ['createReceiver', { tokn: 's' }, 'createReceiver has no option "tokn". Did you mean "token"?'],
  ['receiverMiddleware', { profil: 'rfc' }, 'receiverMiddleware has no option "profil". Did you mean "profile"?'],
  ['createEntraTenant', { domain: 'x' }, 'createEntraTenant has no option "domain".'],
  ['createJumpCloudOrg', { sed: 1 }, 'createJumpCloudOrg has no option "sed". Did you mean "seed"?'],
  ['createWorld', { programs: ['entra'] }, 'createWorld has no option "programs".'],
  ['createWorld', { target: { url, tokn: 's' } }, 'createWorld: target has no option "tokn". Did you mean "token"?'],
  ['runScenario', { sead: 1 }, 'runScenario has no option "sead". Did you mean "seed"?'],
  ['runScenario', { target: { url, adpt: [] } }, 'runScenario: target has no option "adpt". Did you mean "adopt"?'],
  ['testEndpoint', { url, findng: 'x' }, 'testEndpoint has no option "findng". Did you mean "finding"?'],
  ['entra', { sufix: false }, 'entra has no option "sufix". Did you mean "suffix"?'],
  ['jumpcloud', { suffix: false }, 'jumpcloud has no option "suffix".'],
  ['scenario', { target: { url } }, 'scenario has no option "target".'],
  ['readRequests', { act: ['leaver'] }, 'readRequests has no option "act". Did you mean "acts"?'],
  ['requestsAs', { URL: url }, 'requestsAs has no option "URL".'],
]

describe('an option that does not exist', () => {
  test.each(wrongNames)('%s %j', async (name, options, message) => {
    await expect(calling(name, options)()).rejects.toThrow(message)
  })

  test('names of what every object has are none', async () => {
    await expect(calling('createReceiver', { toString: () => '' })()).rejects.toThrow('has no option "toString"')
  })
})

test('every function that takes options does so', () => {
  const tried = wrongNames.map(([name]) => name)
  const functions = Object.keys({ ...library, ...express, ...requests })
  expect(functions.filter((name) => !tried.includes(name))).toEqual([])
})

describe('a value that an option cannot have', () => {
  test.each([
    ['createReceiver', { profile: 'rcf' }, 'createReceiver: profile is "rcf"; it takes "lark" or "rfc".'],
    ['createReceiver', { profile: 'rfc', securityEvents: 'all' }, 'it takes "notice", "full" or an object'],
    ['createReceiver', { profile: 'rfc', securityEvents: { filters: '' } }, 'it takes "notice", "full" or an object'],
    ['createReceiver', { profile: 'rfc', securityEvents: { filter: 'titel pr' } }, 'The filter of security events'],
    ['createReceiver', { securityEvents: 'full' }, 'Only the profile rfc has security events'],
    ['createReceiver', { token: 7 }, 'createReceiver: token is 7; it takes a text.'],
    ['createReceiver', { deviations: 'slow' }, 'deviations is "slow"; it takes a list of texts.'],
    ['createReceiver', { switches: ['x'] }, 'switches is ["x"]; it takes an object with a value for each name.'],
    ['createReceiver', { adminSignIn: true }, 'adminSignIn is true; it takes "demo" or "required".'],
    ['createEntraTenant', { seed: 1.5 }, 'createEntraTenant: seed is 1.5; it takes a whole number.'],
    ['createWorld', { target: url }, 'it takes an object of options.'],
    ['createWorld', { target: {} }, 'createWorld: target needs the option "url".'],
    ['testEndpoint', {}, 'testEndpoint needs the option "url".'],
    ['testEndpoint', { url, only: 'entra' }, 'only is "entra"; it takes a list of "entra", "entraLegacy"'],
    ['testEndpoint', { url, settle: 200 }, 'settle is 200; it takes a list of milliseconds.'],
    ['createReceiver', 'secret', 'createReceiver takes its options as an object; it was given "secret".'],
    ['createReceiver', null, 'createReceiver takes its options as an object; it was given null.'],
  ])('%s %j', async (name, options, message) => {
    await expect(calling(name, options)()).rejects.toThrow(message)
  })

  test('an object in a message shows nothing of its inside', async () => {
    await expect(calling('createReceiver', { token: { secret: 's3cret' } })()).rejects.toThrow('token is an object')
  })
})

test('an app may know more than where it is, and lacks nothing', async () => {
  await expect((async () => entra({} as { url: string }))()).rejects.toThrow('entra(app) needs the option "url".')
  const app = { url, server: 'its own' }
  await expect(entra(app)).rejects.toThrow('127.0.0.1:1')
})

test('what is undefined is left out', async () => {
  const options = { token: undefined, seed: 3 } as unknown as library.ReceiverOptions
  const receiver = createReceiver(options)
  expect(receiver.token).not.toBe('')
  await receiver.close()
})
