// That exploring comes upon each is asked in `npm run verify:long engines`; here that each still is a fault of what stands there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ENGINE_FAULTS, seeded } from '../../../../scripts/engine-faults/faults.ts'

const PACKAGES = join(import.meta.dirname, '../../../../packages')

test('there are ten at least, of all engines', () => {
  expect(ENGINE_FAULTS.length).toBeGreaterThanOrEqual(10)
  expect(new Set(ENGINE_FAULTS.map(({ file }) => file.split('/')[0]))).toEqual(
    new Set(['entra-sim', 'jumpcloud-sim', 'okta-sim']),
  )
})

test.each(ENGINE_FAULTS)('$what: it fits once', (fault) => {
  const text = readFileSync(join(PACKAGES, fault.file), 'utf8')
  expect(seeded(text, fault)).not.toBe(text)
})
