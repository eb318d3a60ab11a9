// A verb is found by its name: `set-mapping` is `setMappingVerb` in `set-mapping.ts`, in every program.
import { describe, expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

const DEFINES = /\bdefine(?:Harness)?Verb\(/g

const verbs = sourceFiles().filter(
  ({ path, text, isTest }) => !isTest && /^packages\/(?!shared\/)[^/]+\/src\//.test(path) && text.search(DEFINES) >= 0,
)

test('every program has verbs', () => {
  expect(verbs.length).toBeGreaterThan(100)
})

test('a file is one verb, called and exported by its name', () => {
  expect(verbs.flatMap(oddities)).toEqual([])
})

describe('what is not found by its name is told', () => {
  const file = (text: string): SourceFile => ({ path: 'packages/x/src/verbs/set-row.ts', text, isTest: false })
  const right = "export const setRowVerb = () => defineVerb({ name: 'set-row' })"

  test.each([
    [right, []],
    [`${right}\nexport const addRowVerb = () => defineVerb({ name: 'add-row' })`, ['defines 2 verbs']],
    [right.replace('setRowVerb', 'setRow'), ['does not export setRowVerb']],
    [right.replace("'set-row'", "'put-row'"), ['does not name set-row']],
  ])('%s', (text, told) => {
    expect(oddities(file(text))).toEqual(told.map((each) => `packages/x/src/verbs/set-row.ts ${each}`))
  })
})

function oddities({ path, text }: SourceFile): string[] {
  const [, name = ''] = /([^/]+)\.ts$/.exec(path) ?? []
  const exported = `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Verb`
  const count = text.match(DEFINES)?.length ?? 0
  return [
    ...(count === 1 ? [] : [`${path} defines ${count} verbs`]),
    ...(new RegExp(`^export (const|function) ${exported}\\b`, 'm').test(text)
      ? []
      : [`${path} does not export ${exported}`]),
    ...(new RegExp(`['.]${name}'`).test(text) ? [] : [`${path} does not name ${name}`]),
  ]
}
