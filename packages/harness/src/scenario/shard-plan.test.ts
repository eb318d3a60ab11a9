import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type PlanParts, shardPlan } from './shard-plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'a.yaml')
const parts: PlanParts = { files: [{ path, name: 'a.yaml' }], durationOf: () => 5, common: ['1.0.0'] }
const planOf = (text: string, more: Partial<PlanParts> = {}): string => {
  writeFileSync(path, text)
  return shardPlan({ ...parts, ...more })
}

test('machines with the same files have the same plan, whatever their line ends and wherever the files are', () => {
  expect(planOf('a\r\nb\r\n')).toBe(planOf('a\nb\n'))
})

test.each<[string, string, Partial<PlanParts>]>([
  ['what a file says', 'b', {}],
  ['its name', 'a', { files: [{ path, name: 'b.yaml' }] }],
  ['a file that is not there', 'a', { files: [] }],
  ['its duration', 'a', { durationOf: () => 6 }],
  ['the version', 'a', { common: ['1.0.1'] }],
])('%s changes it', (_, text, more) => {
  expect(planOf(text, more)).not.toBe(planOf('a'))
})
