import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { switches } from '../src/index.ts'

const SOURCE = new URL('../src', import.meta.url).pathname

test.each(Object.keys(switches))('the switch %s is consulted in exactly one file', (id) => {
  const consulting = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'behaviour.ts' && path !== 'quirks.ts',
    )
    .filter((path) => new RegExp(`\\b${id}\\b`).test(readFileSync(join(SOURCE, path), 'utf8')))
  expect(consulting).toHaveLength(1)
})
