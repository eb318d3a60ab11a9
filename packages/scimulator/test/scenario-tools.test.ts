// Commands around scenarios: what they print, apart from their exit codes.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, describe, expect, test } from 'vitest'
import { scimulator } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-tools-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('call', () => {
  test('carries a verb out at a running program, with the types of its input', async () => {
    const receiver = createReceiver({ profile: 'lark' })
    const { url } = await receiver.listen({ port: 0 })
    const call = (...args: string[]) => scimulator('call', ...args, '--at', url)
    try {
      const made = await call('receiver.add-source', 'kind=Entra ID', 'activate=true')
      expect([made.code, made.err]).toEqual([0, ''])
      expect(JSON.parse(made.out)).toHaveProperty('token')
      // An employee number is a text, although it looks like a number.
      const added = await call('lark.add-member', 'name=Ana', 'email=ana@c.test', 'employeeID=7')
      expect([added.code, added.err]).toEqual([0, ''])
      const again = await call('lark.add-member', 'name=Ana', 'email=ana@c.test')
      expect([again.code, again.out]).toEqual([2, ''])
      expect(again.err).toContain('already')
      expect((await call('lark.add-member', 'nam=Ana')).err).toContain('nam')
      expect((await call('lark.add-membr')).err).toContain('Did you mean "lark.add-member"')
    } finally {
      await receiver.close()
    }
  })

  test('speaks to this machine alone', async () => {
    const { code, err } = await scimulator('call', 'lark.add-member', 'name=Ana', '--at', 'https://scim.example.com')
    expect([code, err]).toEqual([2, expect.stringContaining('not a program on this machine')])
  })
})

test('look prints the items under their keys', async () => {
  const { out, err } = await scimulator('look', 'receiver/country', 'lark.sync-log', 'result=success', '--at', '1')
  expect(err).toBe('')
  expect(JSON.parse(out)).toEqual({})
})

test('describe tells a scenario that ships inside', async () => {
  const { out } = await scimulator('describe', 'entra/help-page')
  expect(out).toContain('## What happens')
  expect(out).toContain('there is no other')
})

test('fmt writes what is in another layout, and keeps its comments', async () => {
  const path = join(folder, 'loose.yaml')
  writeFileSync(path, 'scenario: s # why\ndescription: d\nsteps:\n  - {note: n}\n')
  const { out } = await scimulator('fmt', path)
  expect(out).toContain('1 file, 1 rewritten')
  expect(readFileSync(path, 'utf8')).toBe('scenario: s # why\ndescription: d\nsteps:\n  - { note: n }\n')
})

/** Windows has no bash of its own. */
test.skipIf(process.platform === 'win32')('completion knows commands, options and choices', async () => {
  const { out } = await scimulator('completion', 'bash')
  const completed = async (...words: string[]): Promise<string[]> => {
    const list = ['scimulator', ...words].map((word) => `'${word}'`).join(' ')
    const script = `${out}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length}; _scimulator; echo "\${COMPREPLY[@]}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', script])
    return stdout.trim().split(' ')
  }
  expect(await completed('de')).toEqual(['describe'])
  expect(await completed('run', 'some.yaml', '--ta')).toEqual(['--tags', '--target'])
  expect(await completed('entra', 'ex')).toEqual(expect.arrayContaining(['expr', 'explain']))
  expect(await completed('list', 'qu')).toEqual(['quirks'])
  expect(await completed('init', '--only', '')).toEqual(['entra', 'jumpcloud'])
  expect(await completed('init', '--ci', 'git')).toEqual(['github', 'gitlab'])
  expect(await completed('init', '--from', 'no-such')).toEqual([''])
  expect((await scimulator('completion', 'zsh')).out).toContain('bashcompinit')
})
