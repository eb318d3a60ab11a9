// The code in the guides is held against the types that are published: a function, an option or a member that does not exist is an error.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { compile } from './compile.ts'

const installed = inject('installed')
const documents = join(installed, 'node_modules/scimulator')

/** A piece of code in a page. */
interface Piece {
  readonly page: string
  readonly name: string
  readonly code: string
}

const PAGES = readdirSync(documents, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(README|AGENTS|docs\/guides\/.*)\.md$/.test(path))
  .sort()

/** Functions of the library by the module that has them, as the declarations say. */
const FUNCTIONS = new Map(
  ['vitest', 'requests', 'express', 'index'].flatMap((module) => {
    const text = readFileSync(join(documents, `dist/${module}.d.ts`), 'utf8')
    const names = Array.from(text.matchAll(/^declare function (\w+)/gm), ([, name = '']) => name)
    return names.map((name) => [name, module === 'index' ? 'scimulator' : `scimulator/${module}`] as const)
  }),
)

/** Blocks of TypeScript, and calls of the library's functions between backticks. */
function piecesOf(page: string): Piece[] {
  const text = readFileSync(join(documents, page), 'utf8')
  const blocks = Array.from(text.matchAll(/^```ts\n([\s\S]*?)^```/gm), ([, code = '']) => code)
  const outside = text.replace(/^```[\s\S]*?^```/gm, '')
  const calls = Array.from(outside.matchAll(/`(\w+)(\([^`\n]*\))`/g), ([, name = '', rest = '']) => ({
    name,
    rest,
  }))
    .filter(({ name, rest }) => FUNCTIONS.has(name) && rest !== '()')
    .map(({ name, rest }) => `import { ${name} } from '${FUNCTIONS.get(name)}'\n${name}${rest}\n`)
  const slug = page.replace(/\W+/g, '-')
  return [...blocks, ...calls].map((code, index) => ({
    page,
    name: `${slug}-${index}.mts`,
    code: `${code}export {}\n`,
  }))
}

/** What stands around the code in a reader's own project. */
const AROUND = `
declare const app: import('scimulator').AppUnderTest
declare function afterAll(run: () => unknown): void
declare function expect(value: unknown, message?: string): {
  toBe(value: unknown): void
  toHaveLength(length: number): void
}
declare module 'vitest' {
  export function test(name: string, run: () => unknown): void
}
declare module '*/start-app.js' {
  export const app: import('scimulator').AppUnderTest
}
`

const OPTIONS = {
  target: 'es2022',
  lib: ['es2022'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  types: [],
  strict: true,
  noEmit: true,
}

const pieces = PAGES.flatMap(piecesOf)

async function complaintsOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(installed, name)
  mkdirSync(folder, { recursive: true })
  const all = { 'around.d.ts': AROUND, 'tsconfig.json': JSON.stringify({ compilerOptions: OPTIONS }), ...files }
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text)
  return compile('typescript-7', folder)
}

describe('code in the guides', () => {
  test('is found: blocks and single calls', () => {
    const pages = pieces.map(({ page }) => page)
    for (const page of ['own-suite', 'receiver', 'scenarios', 'test-your-client', 'mappings', 'other-languages'])
      expect(pages).toContain(`docs/guides/${page}.md`)
    expect(pieces.map(({ code }) => code).join('')).toContain("createReceiver({ adminSignIn: 'required' })")
  })

  test('is what the types allow', async () => {
    expect(await complaintsOf('guides', Object.fromEntries(pieces.map(({ name, code }) => [name, code])))).toBe('')
  })

  test('would be complained of, had it an option that does not exist', async () => {
    const wrong =
      "import { createReceiver } from 'scimulator'\ncreateReceiver({ adminSignin: 'required' })\nexport {}\n"
    expect(await complaintsOf('guides-wrong', { 'wrong.mts': wrong })).toMatch(
      /wrong\.mts\(2,\d+\): error TS2561.*adminSignIn/,
    )
  })
})
