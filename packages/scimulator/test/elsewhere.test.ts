// Nothing depends on the time zone or the language of a machine: the same bytes in Kolkata and in Turkish as here.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ELSEWHERE } from '../../../scripts/gate/elsewhere.ts'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-elsewhere-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HERE = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

/** Whether this Node.js takes the language of the environment at all. */
beforeAll(async () => {
  const code = "[new Date(0).getHours(), (1.5).toLocaleString()].join(' ')"
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', code], {
    env: { ...process.env, ...ELSEWHERE },
  })
  expect(stdout).toBe('5 1,5\n')
})

/** Without what differs from run to run. */
const still = (text: string): string => text.replace(/\b\d+(\.\d+)? m?s\b/g, 'N s')

test.each([
  ['a transcript with dates, names and filters', ['run', 'entra/help-page', '--brief', '--transcripts', '-']],
  ['upper and lower case', ['entra', 'expr', 'Append(ToLower("TITLE ISTANBUL"), ToUpper("title istanbul"))']],
  [
    'a date in an expression',
    ['entra', 'expr', 'FormatDateTime("2026-01-05 23:30:00", , "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm")'],
  ],
])(
  '%s is the same everywhere',
  async (_, args) => {
    const [here, there] = await Promise.all(
      [HERE, ELSEWHERE].map((env) => startCommand(args, { cwd: folder, env }).ended),
    )
    expect(here?.err).toBe('')
    expect(here?.out.length).toBeGreaterThan(10)
    expect({ ...there, out: still(there?.out ?? '') }).toEqual({ ...here, out: still(here?.out ?? '') })
  },
  120_000,
)
