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
  // It rejects when there is a problem. TypeScript's oldest way to resolve modules knows no subpaths, and is gone from TypeScript 7.
  const { stdout } = await promisify(execFile)(attw, [inject('tarball'), '--profile', 'node16', '--format', 'json'])
  const { analysis } = JSON.parse(stdout)
  expect(Object.keys(analysis.entrypoints)).toContain('./express')
  const problems: { resolutionKind?: string }[] = analysis.problems
  expect(problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([])
})
