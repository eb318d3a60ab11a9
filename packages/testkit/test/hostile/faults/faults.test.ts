// The seeded faults still fit, so that none of them seeds nothing. That each is found is asked by `npm run verify:long fuzz-faults`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SEEDED_FAULTS, seeded } from './faults.ts'

test.each(SEEDED_FAULTS)('$what: it fits', (fault) => {
  const text = readFileSync(join(import.meta.dirname, '../../../..', fault.file), 'utf8')
  expect(seeded(text, fault)).not.toBe(text)
})

test('one that no longer fits is named', () => {
  const [fault] = SEEDED_FAULTS
  expect(() => fault && seeded('something else', fault)).toThrow(`"${fault?.what}" fits 0 times`)
})
