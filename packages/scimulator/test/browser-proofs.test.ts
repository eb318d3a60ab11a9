// Every statement about a console is shown in a browser: the table is whole, and the tests that it names are there.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROOFS } from './browser/proofs.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Settings, logs and both identity providers; A17 and B are about what is sent. */
const ABOUT_A_CONSOLE = /^(?:A(?!17)|C|D|E)\d\d$/

test('every statement about a console has a proof, and nothing else has', () => {
  const ids = [...read('../../../docs/coverage.md').matchAll(/^\| ([A-E]\d\d) \|/gm)].map(([, id = '']) => id)
  expect(ids.length).toBeGreaterThan(45)
  expect(Object.keys(PROOFS)).toEqual(ids.filter((id) => ABOUT_A_CONSOLE.test(id)))
})

const NAMED = new Map(Object.values(PROOFS).flatMap((proofs) => proofs.map((proof) => [proof.join(': '), proof])))

test.each([...NAMED.values()])('%s has the test "%s"', (file, title) => {
  const tests = [...read(`./browser/${file}.test.ts`).matchAll(/\btest(?:\.each\([^)]*\))?\(\s*['`]([^'`]*)/g)]
  expect(tests.filter(([, named = '']) => named.startsWith(title))).toHaveLength(1)
})
