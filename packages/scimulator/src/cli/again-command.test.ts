import { expect, test } from 'vitest'
import { againCommand, cleanCommandOf } from './again-command.ts'

const URL = 'http://localhost:3000/scim/v2'

test.each<[string, Parameters<typeof againCommand>[1], string]>([
  ['a token', { tokenEnv: 'TOKEN' }, '--token-env TOKEN'],
  ['how the result is told does not matter', { reporter: 'agent', json: 'a.json', tokenEnv: 'T' }, '--token-env T'],
  ['certificates and limits', { ca: 'my ca.pem', insecure: true, rate: 8 }, "--ca 'my ca.pem' --insecure --rate 8"],
  ['headers, each', { header: ['X-A: 1', 'X-B: 2'] }, "--header 'X-A: 1' --header 'X-B: 2'"],
  ['no secret', { header: ['X-Api-Key: abc'] }, "--header 'X-Api-Key: …'"],
  ['a run has its names once', { runId: 'abcd1234' }, ''],
  [
    'every door, and the block',
    { access: ["node can.mjs '{userName}'", 'b'], accessUrl: ['http://x/{userName}'], block: 'block {userName}' },
    `--access 'node can.mjs '\\''{userName}'\\''' --access b --access-url 'http://x/{userName}' --block 'block {userName}'`,
  ],
  ['consent', { iOwnThisTarget: true }, '--i-own-this-target'],
])('%s', (_name, given, options) => {
  expect(againCommand(URL, given)).toBe(`scimulator test ${URL} ${options}`.trim())
})

test('what cleans is reached in the same way, and asks no door', () => {
  expect(cleanCommandOf(URL, { tokenEnv: 'TOKEN', access: ['a'] })).toBe(
    `scimulator clean --target ${URL} --token-env TOKEN`,
  )
})
