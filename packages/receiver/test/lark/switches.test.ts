import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { RULE_IDS } from '../../src/lark/values/rule-id.ts'
import { createReceiver } from '../../src/receiver.ts'

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))
const texts = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(SOURCE, path), 'utf8') }))

const consulting = (what: string) => texts.filter(({ text }) => text.includes(what)).map(({ path }) => path)

test.each(RULE_IDS)('the rule %s can be turned off for its proofs', (id) => {
  expect(consulting(`has('${id}')`)).not.toEqual([])
})

test('a switch that does not exist, or a value that it does not have, is refused with the way out', () => {
  expect(() => createReceiver({ switches: { colour: 'red' } })).toThrow('Known switches: deletedMembers, phoneTypes')
  expect(() => createReceiver({ switches: { phoneTypes: 'all' } })).toThrow('"workThenMobile", "workOnly"')
})
