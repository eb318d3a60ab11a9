// What every program's state is held to, whichever it is: taken away and brought back, begun again, kept in a folder, cut off by a crash
// after every line of its journal, and no longer written.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVirtualSchedule } from '@scimulator/shared/runtime'
import { inspectFolder } from '@scimulator/shared/store'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Filled, fill, type Shown, setupOf, shownBy } from '../src/fill.ts'
import { TESTED_PROGRAMS } from '../src/tested-programs.ts'

const home = mkdtempSync(join(tmpdir(), 'programs-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe.each(TESTED_PROGRAMS)('$name', (tested) => {
  const creates = tested.creates('dee')
  const { people } = tested
  const folder = join(home, tested.name)
  let filled: Filled
  let shown: Shown
  /** The folder as it lies there while the program runs: what a crash leaves. */
  const crashed = `${folder}-crashed`
  beforeAll(async () => {
    filled = await fill(tested, folder)
    shown = await shownBy(filled.program)
    cpSync(folder, crashed, { recursive: true })
  })
  afterAll(() => filled.close())

  test('a crash after any line of the journal leaves a program that starts, and shows what it says it shows', async () => {
    const lines = journalOf(crashed)
    expect(lines.length).toBeGreaterThan(4)
    for (const cut of cutsOf(lines.length)) {
      const { program } = await openedAt(filled, crashed, lines.slice(0, cut))
      for (const [name, items] of Object.entries(await shownBy(program)))
        for (const item of items) program.control.views.get(name)?.item.parse(Object(item).value)
      await program.close()
    }
    const { program, notices } = await openedAt(filled, crashed, lines)
    expect([await shownBy(program), notices]).toEqual([shown, []])
    await program.close()
  })

  test('a snapshot brings everything back', async () => {
    const { control } = filled.program
    const snapshot = JSON.parse(JSON.stringify(control.snapshot()))
    await control.verbs.get(creates.verb)?.run(creates.input)
    expect(await shownBy(filled.program)).not.toEqual(shown)
    const before = control.seq()
    control.restore(snapshot)
    expect(await shownBy(filled.program)).toEqual(shown)
    expect(control.seq()).toBeGreaterThan(before)
  })

  test('the picture of another program is refused, and changes nothing', async () => {
    const { control } = filled.program
    expect(() => control.restore({ ...Object(control.snapshot()), shape: 'another' })).toThrow(/another/)
    expect(await shownBy(filled.program)).toEqual(shown)
  })

  test('a reset begins again, and people can come', async () => {
    const { control, handle } = filled.program
    control.reset()
    expect(await control.views.get(people.view)?.read({})).toEqual([])
    await control.verbs.get(creates.verb)?.run(creates.input)
    const { body } = await request(handle)
      .get(`/_scimulator/views/${creates.view}/${creates.key}`)
      .set('Host', 'localhost')
    expect(body.item.key).toBe(creates.key)
  })

  test('its folder is sound, of a version that the doctor knows, and tells who left', async () => {
    await filled.program.close()
    const report = await inspectFolder(folder, { newest: filled.descriptor.dataVersions })
    expect(report.findings).toEqual([])
    expect(Object.keys(filled.descriptor.dataVersions)).toContain(report.shape)
  })

  test('what can no longer be written is 503, and changes nothing', async () => {
    const { handle } = filled.program
    const sent = request(handle).post('/_scimulator/reset').set('Host', 'localhost')
    expect(await sent.then(({ status, body }) => [status, body.code])).toEqual([503, 'unavailable'])
  })
})

/** One journal: the folders here are too small for a snapshot. */
function journalOf(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith('journal-'))
  expect(names).toHaveLength(1)
  return readFileSync(join(folder, names[0] ?? ''), 'utf8')
    .trimEnd()
    .split('\n')
}

/** Every line where they are few, else about twenty of them, evenly. The first is the head of the file. */
function cutsOf(lines: number): readonly number[] {
  const step = Math.max(1, Math.floor(lines / 20))
  return Array.from({ length: Math.floor((lines - 1) / step) }, (_, at) => 1 + at * step)
}

async function openedAt({ descriptor, schedule }: Filled, crashed: string, lines: readonly string[]) {
  const folder = mkdtempSync(join(home, 'cut-'))
  const [journal = ''] = readdirSync(crashed).filter((name) => name.startsWith('journal-'))
  cpSync(crashed, folder, { recursive: true, filter: (path) => !path.endsWith('lock') })
  writeFileSync(join(folder, journal), `${lines.join('\n')}\n`)
  const notices: string[] = []
  const setup = {
    ...setupOf(descriptor, { schedule: createVirtualSchedule(schedule.now()) }),
    onNotice: (text: string) => notices.push(text),
  }
  return { program: await descriptor.open(folder, setup), notices }
}
