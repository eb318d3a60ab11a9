import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { findScenarioFiles } from '../src/scenario/find-files.ts'
import { companyJsonSchema, scenarioJsonSchema } from '../src/scenario/json-schema.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'

const scenarios = join(import.meta.dirname, '../../../scenarios')
const vocabulary = await vocabularyOf(await shippedPrograms())
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
const validate = ajv.compile(scenarioJsonSchema(vocabulary))

test.each(findScenarioFiles([scenarios]))('%s fits the JSON Schema', (path) => {
  const isValid = validate(parse(readFileSync(path, 'utf8')))
  expect(isValid ? [] : validate.errors).toEqual([])
})

test('the fixtures fit the schema of companies', () => {
  const fits = ajv.compile(companyJsonSchema())
  const files = readdirSync(join(scenarios, 'fixtures')).filter((name) => name.endsWith('.yaml'))
  expect(files.length).toBeGreaterThan(0)
  for (const name of files) {
    const isValid = fits(parse(readFileSync(join(scenarios, 'fixtures', name), 'utf8')))
    expect(isValid ? [] : fits.errors, name).toEqual([])
  }
})

const STEP = { advance: '1m' }
const HEAD = { scenario: 's', description: 'd', steps: [STEP] }

test.each([
  ['a whole file', HEAD, true],
  [
    'a placeholder where a number is wanted',
    { ...HEAD, steps: [{ fault: { effect: { kind: 'hang' }, times: `\${n}` } }] },
    true,
  ],
  ['a placeholder where one of several maps is wanted', { ...HEAD, steps: [{ fault: { effect: `\${x}` } }] }, true],
  ['another text there', { ...HEAD, steps: [{ fault: { effect: 'hang' } }] }, false],
  ['no description', { scenario: 's', steps: [STEP] }, false],
  ['no steps', { ...HEAD, steps: [] }, false],
  ['an unknown verb', { ...HEAD, steps: [{ advnce: '1m' }] }, false],
  ['an unknown member of a verb', { ...HEAD, steps: [{ 'receiver.add-source': { kind: 'JumpCloud', x: 1 } }] }, false],
  ['a kind that does not exist', { ...HEAD, steps: [{ 'receiver.add-source': { kind: 'Okta' } }] }, false],
  ['an unknown operator', { ...HEAD, expect: [{ view: 'traffic', cuont: 1 }] }, false],
  ['a field', { ...HEAD, expect: [{ view: 'lark.members', each: { status: { $not: 'Active' } } }] }, true],
  ['a misspelt field', { ...HEAD, expect: [{ view: 'lark.members', where: { statsu: 'Active' }, count: 0 }] }, false],
  ['a misspelt field of somebody', { ...HEAD, expect: [{ view: 'traffic', include: { 1: { verb: 'GET' } } }] }, false],
  ['an unknown deviation', { ...HEAD, given: { receiver: { deviations: ['rude'] } } }, false],
])('the schema judges %s', (_, file, isValid) => {
  expect(validate(file)).toBe(isValid)
})
