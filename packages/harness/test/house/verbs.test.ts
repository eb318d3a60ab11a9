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

test('no package defines a verb twice', () => {
  expect(twice(verbs)).toEqual([])
  const one = verbs.find(({ path }) => path.endsWith('/add-source.ts'))
  const again = { ...(one as SourceFile), path: (one?.path ?? '').replace('/src/', '/src/another/') }
  expect(twice([...verbs, again])).toHaveLength(1)
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

/** A second `add-source` in another folder would hide the first. The harness has two languages: of scenarios, and of a world that stands. */
function twice(files: readonly SourceFile[]): readonly string[] {
  const words = files
    .filter(({ path }) => !path.startsWith('packages/harness/'))
    .map(({ path }) => `${path.split('/')[1]} ${path.split('/').at(-1)}`)
  return words.filter((word, at) => words.indexOf(word) !== at)
}

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
