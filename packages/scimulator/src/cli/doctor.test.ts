import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type StateShape } from '@scimulator/shared/store'
import { Command } from 'commander'
import { expect, onTestFinished, test } from 'vitest'
import { registerDoctor } from './doctor.ts'
import { DOCTOR_EXIT, runDoctor, runRepair } from './doctor-command.ts'

function shape(name = 'numbers', version = 1): StateShape<number> {
  const numbers = new Set<number>()
  return {
    name,
    version,
    apply: (change) => void numbers.add(change),
    *rows() {
      for (const value of numbers) yield { collection: 'numbers', key: String(value), value }
    },
    load: ({ key }) => void numbers.add(Number(key)),
    clear: () => numbers.clear(),
  }
}

async function dataFolder(of = shape()): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scimulator-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = await openStore(folder, of)
  for (let i = 1; i <= 3; i += 1) store.commit([i])
  await store.compact()
  store.commit([4])
  store.stream('exchanges').append('GET /Users')
  await store.close()
  return folder
}

async function heard(run: typeof runDoctor, folder: string) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(folder, { out: (text) => out.push(text), err: (text) => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('a sound folder is described, with exit code 0', async () => {
  const folder = await dataFolder()
  const { code, out, err } = await heard(runDoctor, folder)
  expect([code, err]).toEqual([DOCTOR_EXIT.sound, ''])
  expect(out).toContain(`${folder}: data of numbers, version 1`)
  expect(out).toContain('3 numbers')
  expect(out).toContain('journal after step 3: 1 steps')
  expect(out).toContain('stream exchanges: 1 entries (1 to 1)')
  expect(out).toContain('sound: a start reaches step 4')
})

test.each(['receiver', 'receiver-rfc', 'entra-sim', 'jumpcloud-sim'])(
  'data of %s that a newer release wrote would stop a start, and is not repaired',
  async (name) => {
    const folder = await dataFolder(shape(name, 99))
    const said = `was written in version 99 of ${name}'s data; this release knows up to`
    const found = await heard(runDoctor, folder)
    expect([found.code, found.err]).toEqual([DOCTOR_EXIT.damaged, expect.stringContaining(said)])
    const repaired = await heard(runRepair, folder)
    expect([repaired.code, repaired.err]).toEqual([DOCTOR_EXIT.damaged, expect.stringContaining(said)])
  },
)

test('what a crash left is noted, and the folder is sound', async () => {
  const folder = await dataFolder()
  const journal = join(folder, 'journal-000000000004.jsonl')
  await truncate(journal, (await readFile(journal)).length - 3)
  const { code, out } = await heard(runDoctor, folder)
  expect(code).toBe(0)
  expect(out).toContain(`note: ${journal}, line 2, byte`)
  expect(out).toContain('sound: a start reaches step 3')
})

test('damage has exit code 1 and a place; a repair mends it', async () => {
  const folder = await dataFolder()
  const journal = join(folder, 'journal-000000000004.jsonl')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('"changes":[4]', '"changes":[5]'))
  const { code, err } = await heard(runDoctor, folder)
  expect(code).toBe(DOCTOR_EXIT.damaged)
  expect(err).toContain(`damage: ${journal}, line 2, byte`)
  const repaired = await heard(runRepair, folder)
  expect(repaired.code).toBe(DOCTOR_EXIT.sound)
  expect(repaired.out).toContain(`The files as they were are in ${join(folder, 'set-aside-1')}`)
  expect(repaired.out).toContain('sound: a start reaches step 3')
})

test('a folder without data has exit code 2 and is not touched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scimulator-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const run of [runDoctor, runRepair]) {
    expect((await heard(run, folder)).code).toBe(DOCTOR_EXIT.noDataFolder)
    expect((await heard(run, join(folder, 'nowhere'))).err).toContain('holds no data of Scimulator')
  }
  await writeFile(join(folder, 'file'), '')
  expect((await heard(runDoctor, join(folder, 'file'))).err).toContain('cannot be read')
  expect(await readdir(folder)).toEqual(['file'])
})

test('an open folder has exit code 2 and names the process', async () => {
  const folder = await dataFolder()
  const store = await openStore(folder, shape())
  const { code, err } = await heard(runDoctor, folder)
  expect([code, err]).toEqual([2, `${folder} is in use by process ${process.pid}. Stop it, then check again.`])
  expect((await heard(runRepair, folder)).code).toBe(DOCTOR_EXIT.damaged)
  await store.close()
})

test('the command is registered with its exit codes in the help', () => {
  const program = new Command()
  registerDoctor(program)
  const doctor = program.commands[0]
  expect(doctor?.name()).toBe('doctor')
  expect(doctor?.helpInformation()).toContain('--repair')
})
