// The JSON of `test`, as the command writes it, is what the published schema promises, whatever else it was told.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { scimulator } from './in-process.ts'

const PUBLISHED = join(import.meta.dirname, '../../../docs/reference/test-result.schema.json')
const FAULT = 'string-false-is-true'

const published = z.fromJSONSchema(JSON.parse(readFileSync(PUBLISHED, 'utf8')))
const folder = mkdtempSync(join(tmpdir(), 'scimulator-test-json-'))
const known = join(folder, 'known.json')
const receiver = createReceiver({
  profile: 'rfc',
  deviations: [FAULT],
  sources: [{ token: 'the-token-of-the-target' }],
})
let target = ''

beforeAll(async () => {
  process.env.SCIMULATOR_TOKEN = 'the-token-of-the-target'
  const { url } = await receiver.listen({ port: 0 })
  target = `${url}/scim/v2`
})

afterAll(async () => {
  delete process.env.SCIMULATOR_TOKEN
  await receiver.close()
  rmSync(folder, { recursive: true })
})

async function tested(url: string, ...args: readonly string[]) {
  const { code, out } = await scimulator('test', url, '--settle', '0', ...args)
  const written = args.find((arg) => arg.endsWith('result.json'))
  const result = JSON.parse(written === undefined ? out : readFileSync(written, 'utf8'))
  const issues = published.safeParse(result).error?.issues ?? []
  return { code, issues, ids: result.findings.map(({ id }: { id: string }) => id) }
}

test('one finding, in a file and on standard output; a known one fails nothing and is told all the same', async () => {
  const one = ['--finding', FAULT]
  const file = ['--json', join(folder, 'result.json')]
  const asFound = { issues: [], ids: [FAULT] }
  expect(await tested(target, ...one, ...file, '--write-baseline', known)).toMatchObject({ ...asFound, code: 1 })
  expect(await tested(target, ...one, '--reporter', 'json', '--baseline', known)).toMatchObject({ ...asFound, code: 0 })
})

test.each([
  ['elsewhere', undefined, 1],
  ['in a log of CI, which keeps the verdict alone', 'true', 0],
])('what is seen is said on standard error before the verdict: %s', async (_where, ci, times) => {
  vi.stubEnv('CI', ci)
  const { err } = await scimulator('test', target, '--settle', '0', '--finding', FAULT, '--reporter', 'agent')
  expect(err.split('\n').filter((line) => /^seen so far: .*\[string-false-is-true\]$/.test(line))).toHaveLength(times)
  vi.unstubAllEnvs()
})

test('nobody there', async () => {
  expect(await tested('http://127.0.0.1:1', '--json', '-')).toMatchObject({ code: 2, issues: [], ids: ['unreachable'] })
})

test('what the schema does not promise is told', () => {
  expect(published.safeParse({ version: 1 }).success).toBe(false)
})
