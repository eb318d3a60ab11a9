// What publint and are-the-types-wrong say of the tarball.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, inject, test } from 'vitest'

test('publint finds nothing', async () => {
  const pkgDir = join(inject('installed'), 'node_modules/scimulator')
  const { messages, pkg } = await publint({ pkgDir, level: 'suggestion', pack: false })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('the types are those of what is imported, however it is', async () => {
  const attw = join(import.meta.dirname, '../../../../node_modules/.bin/attw')
  // `scimulator/vitest` is an ES module alone, as vitest is; TypeScript's oldest way to resolve modules knows no subpaths.
  const options = ['--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm', '--format', 'json']
  const { stdout } = await promisify(execFile)(attw, [inject('tarball'), ...options])
  const { analysis } = JSON.parse(stdout)
  expect(Object.keys(analysis.entrypoints)).toContain('./express')
  const problems: { kind: string; entrypoint?: string; resolutionKind?: string }[] = analysis.problems
  const others = problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')
  expect(others.map(({ kind, entrypoint }) => `${kind} ${entrypoint}`)).toEqual(['CJSResolvesToESM ./vitest'])
})
