// Strict consumers outside the repository: what is published has types that four versions of TypeScript take without skipLibCheck.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { compile } from './compile.ts'

const installed = inject('installed')
const CONSUMER = join(import.meta.dirname, 'consumer/consumer.ts')

const VERSIONS = ['typescript-5.4', 'typescript-5.9', 'typescript-6', 'typescript-7']

/** An ES module, a CommonJS module, and a module for a bundler. */
const MODULES = [
  { form: 'nodenext', file: 'consumer.mts', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { form: 'nodenext, required', file: 'consumer.cts', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { form: 'bundler', file: 'consumer.ts', options: { module: 'esnext', moduleResolution: 'bundler' } },
]

const cases = VERSIONS.flatMap((version) => MODULES.map((module) => ({ version, ...module })))

const chosen = sampleOf('types for consumers', cases.length, 5).flatMap((index) => cases[index] ?? [])

test.each(chosen)('$version, $form', async ({ version, file, options }) => {
  const folder = join(installed, `types-${version}-${file}`)
  mkdirSync(folder, { recursive: true })
  cpSync(CONSUMER, join(folder, file))
  const compilerOptions = { ...STRICT, ...options }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
  expect(await compile(version, folder)).toBe('')
})

test('what a consumer gets wrong is an error with the name that was meant', async () => {
  const folder = join(installed, 'types-wrong')
  mkdirSync(folder, { recursive: true })
  const wrong =
    "import { createEntraTenant } from 'scimulator'\nawait createEntraTenant().assign({ usr: 'ana' })\nexport {}\n"
  writeFileSync(join(folder, 'wrong.mts'), wrong)
  const compilerOptions = { ...STRICT, module: 'nodenext', moduleResolution: 'nodenext' }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['wrong.mts'] }))
  expect(await compile('typescript-7', folder)).toMatch(/wrong\.mts\(2,\d+\): error TS2561.*'user'/)
})

test('no public type mentions zod, express or Node', () => {
  for (const name of ['index', 'scim', 'mapping', 'express', 'requests']) {
    const text = readFileSync(join(installed, `node_modules/scimulator/dist/${name}.d.ts`), 'utf8')
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '')
    expect(code).not.toMatch(/\bz\.|Zod|from ['"]|\bimport\b|NodeJS|IncomingMessage/)
  }
})

const STRICT = {
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
}
