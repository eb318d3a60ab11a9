import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedPrograms } from '@scimulator/harness/programs'
import { urns } from '@scimulator/shared/scim'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { backupUnderLoad } from './backup-under-load.ts'
import { crashEntra } from './entra-crash.ts'
import { crashJumpCloud } from './jumpcloud-crash.ts'
import { bundleCommand, runCommand, startProgram } from './program.ts'
import { crashReceiver } from './receiver-crash.ts'
import { crashThree } from './three-crash.ts'

const programs = await shippedPrograms()

let home = ''
let command = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'scimulator-crash-'))
  command = await bundleCommand(home)
}, 120_000)
afterAll(() => rm(home, { recursive: true, force: true }))

describe('a program that is killed under load', { timeout: 300_000 }, () => {
  test.each(['lark', 'rfc'] as const)(
    'receiver (%s): has every acknowledged write, and nothing by halves',
    async (profile) => {
      const { people } = await crashReceiver(command, join(home, `receiver-${profile}`), { kills: 2, seed: 4, profile })
      expect(people).toBeGreaterThan(0)
    },
  )

  test('entra: links, escrows and watermark claim no more than happened', async () => {
    const { people, escrows } = await crashEntra(command, join(home, 'entra'), { kills: 2, seed: 4 })
    expect(people).toBeGreaterThan(0)
    expect(escrows).toBeGreaterThan(0)
  })

  test('jumpcloud: the queue goes on, links are true, and nobody is there twice', async () => {
    const { people } = await crashJumpCloud(command, join(home, 'jumpcloud'), { kills: 2, seed: 4 })
    expect(people).toBeGreaterThan(0)
  })

  test('any of three, with faults on the way: the run goes on and ends where an untouched one does', async () => {
    const [seed = 0] = sampleOf('three programs, killed', 1_000, 1)
    const { people, killed } = await crashThree(command, join(home, 'three'), { kills: 3, seed })
    expect(people).toBeGreaterThan(0)
    expect(Object.values(killed).reduce((sum, times) => sum + times)).toBe(3)
  })
})

test('a backup while three programs write has all that was acknowledged before, and is restored', async () => {
  expect(await backupUnderLoad(command, join(home, 'backed-up'))).toEqual([])
}, 120_000)

describe('a data folder', { timeout: 120_000 }, () => {
  test.each(
    programs.map(({ name, dataVersions }, at) => {
      return { program: name, shapes: Object.keys(dataVersions), other: programs.at(at - 1)?.name ?? '' }
    }),
  )(
    'of $program is sound after SIGTERM, belongs to one process, and is refused to another program',
    async ({ program, shapes, other }) => {
      const shape = shapes.join('|')
      const folder = join(home, `orderly-${program}`)
      const running = await startProgram(command, [program, 'up', '--port', '0', '--data', folder])
      const second = await runCommand(command, [program, 'up', '--port', '0', '--data', folder])
      expect([second.code, second.err]).toEqual([2, expect.stringMatching(/is in use by process \d+/)])
      expect((await runCommand(command, ['doctor', folder])).code).toBe(2)
      expect(await running.stop()).toBe(143)
      const report = await runCommand(command, ['doctor', folder])
      expect([report.code, report.out]).toEqual([0, expect.stringMatching(`data of (${shape}), version`)])
      const foreign = await runCommand(command, [other, 'up', '--port', '0', '--data', folder])
      expect([foreign.code, foreign.err]).toEqual([2, expect.stringMatching(shape)])
      expect(foreign.err).not.toContain('    at ')
    },
  )

  test.each(programs)('of $name: what a crash has cut off is told at the next start', async ({ name }) => {
    const folder = join(home, `torn-${name}`)
    const args = [name, 'up', '--port', '0', '--data', folder]
    const first = await startProgram(command, args)
    await first.stop()
    await appendFile(join(folder, 'journal-000000000001.jsonl'), '{"crc":"0000')
    const second = await startProgram(command, args)
    expect(second.notices()).toMatch(/the last step was cut off by a crash \(12 bytes\) and is dropped/)
    expect(await second.stop()).toBe(143)
    const third = await startProgram(command, args)
    expect(third.notices()).toBe('')
    await third.stop()
  })

  test('of a receiver keeps its people and the token that was made at the first start', async () => {
    const args = ['receiver', 'up', '--port', '0', '--data', join(home, 'kept')]
    const first = await startProgram(command, args)
    const token = /with token (\S+);/.exec(first.output())?.[1]
    const [userName, emails] = ['ana@contoso.example', [{ type: 'work', value: 'ana@contoso.example' }]]
    const body = { schemas: [urns.user], userName, displayName: 'Ana', emails }
    const asClient = { authorization: `Bearer ${token}` }
    expect((await first.ask('/scim/v2/Users', 'POST', body, asClient)).status).toBe(201)
    await first.kill()
    const second = await startProgram(command, args)
    expect(second.output()).toContain('with the tokens that its folder knows (--token adds another source)')
    const list = await second.ask('/scim/v2/Users', 'GET', undefined, asClient)
    expect(list.body).toMatchObject({ Resources: [{ userName: 'ana@contoso.example' }] })
    expect(await second.view('sync-sources')).toHaveLength(1)
    await second.stop()
    const rfc = await runCommand(command, [...args, '--profile', 'rfc'])
    expect([rfc.code, rfc.err]).toEqual([2, expect.stringContaining('receiver-rfc')])
  })
})
