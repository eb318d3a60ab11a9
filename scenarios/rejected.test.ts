// A file in rejected/ must not load, with the message beside it; every other one belongs to a group that is tested.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput, loadScenario } from '@scimulator/harness'
import { describe, expect, test } from 'vitest'
import { GROUPS, root, scenarioFiles } from './test-files.ts'

test('every file is in one group, and every group has its test file', () => {
  const groups = Object.entries(GROUPS)
  const inGroups = scenarioFiles().map((file) => groups.filter(([, files]) => files.test(file)).length)
  expect(new Set(inGroups)).toEqual(new Set([1]))
  for (const [group] of groups)
    expect(readFileSync(join(root, `${group}.test.ts`), 'utf8')).toContain(`await testFiles('${group}')`)
})

describe('rejected', () => {
  const folder = join(root, 'rejected')
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    test(`${name} does not load, with its message`, async () => {
      const error = await loadScenario(join('rejected', name), root).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(BadInput)
      const message = `${error instanceof Error ? error.message : ''}\n`
      const beside = join(folder, name.replace(/\.yaml$/, '.message'))
      if (process.env.UPDATE_GOLDENS === '1') writeFileSync(beside, message)
      expect(existsSync(beside), `${beside} is missing; write it with UPDATE_GOLDENS=1`).toBe(true)
      expect(message).toBe(readFileSync(beside, 'utf8'))
    })
  }
})
