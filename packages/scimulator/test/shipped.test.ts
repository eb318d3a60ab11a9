// What ships inside is run by its name, listed and copied from a folder that knows nothing of it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadScenario } from '@scimulator/harness'
import { afterAll, describe, expect, test } from 'vitest'
import { filesToCopy } from '../src/shipped/copy-scenarios.ts'
import { scenarioLibrary } from '../src/shipped/scenario-library.ts'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-shipped-'))
afterAll(() => rmSync(folder, { recursive: true }))

const scimulator = (...args: readonly string[]) => startCommand(args, { cwd: folder }).ended

const namesIn = (text: string): readonly string[] => text.match(/[a-z]+\/[a-z0-9/-]+(?=\.yaml)/g) ?? []

describe('scimulator', { timeout: 120_000 }, () => {
  test('run NAME shows the scenario by its name, not by where it is installed', async () => {
    const { code, out } = await scimulator('run', 'receiver/country', '--brief')
    expect(out).toContain('2 scenarios: 2 passed')
    expect(JSON.parse(readFileSync(join(folder, '.scimulator/results/latest.json'), 'utf8'))).toMatchObject({
      scenarios: [{ file: 'receiver/country.yaml' }, { file: 'receiver/country.yaml' }],
    })
    expect(code).toBe(0)
  })

  test('run --all runs every scenario that ships', async () => {
    const { code, out } = await scimulator('run', '--all', '--filter', 'receiver/', '--brief')
    const shipped = scenarioLibrary()
      .names()
      .filter((name) => name.startsWith('receiver/'))
    expect(new Set(namesIn(out))).toEqual(new Set(shipped))
    expect(code).toBe(0)
  })

  test('list names each scenario with its title', async () => {
    const listed: { name: string; title: string }[] = JSON.parse((await scimulator('list', '--json')).out)
    const library = scenarioLibrary()
    expect(listed.map(({ name }) => name)).toEqual(library.names())
    for (const { name, title } of listed) expect(title).toBe((await loadScenario(library.find(name) ?? '')).title)
    expect((await scimulator('list')).out).toMatch(/^entra\/help-page +Entra ID page, from the first step/m)
  })

  test('list quirks names a scenario that can be run, list switches each value', async () => {
    const quirks: { id: string; scenario?: string }[] = JSON.parse((await scimulator('list', 'quirks', '--json')).out)
    expect(quirks.length).toBeGreaterThan(50)
    const library = scenarioLibrary()
    const unknown = quirks.filter(({ scenario }) => scenario !== undefined && library.find(scenario) === undefined)
    expect(unknown).toEqual([])
    expect((await scimulator('list', 'findings')).out).toMatch(/^integer-ids +fault /m)
    expect((await scimulator('list', 'switches')).out).toMatch(/^jumpcloud +retryLimit +\d+; 0 to 20 /m)
    expect(await scimulator('list', 'people')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Allowed choices'),
    })
  })

  test('copy NAME brings all that the scenario needs, and it runs where it was copied', async () => {
    const { code, out } = await scimulator('copy', 'entra/help-page', 'mine')
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'mine/entra/help-page.yaml',
      'mine/fixtures/contoso.yaml',
      'mine/goldens/entra-help-page.aadOptscim062020.txt',
      'mine/goldens/entra-help-page.legacy.txt',
      'mine/schema/company.schema.json',
      'mine/schema/config.schema.json',
      'mine/schema/scenario.schema.json',
      '',
      'scimulator run mine',
      '',
    ])
    const run = await scimulator('run', 'mine', '--brief')
    expect(run.out).toContain('2 scenarios: 2 passed')
    expect((await scimulator('lint', 'mine')).code).toBe(0)
  })

  test('copy brings the fragments that a scenario includes, and the company that these name', () => {
    const library = scenarioLibrary()
    const files = filesToCopy(library.folder, library.find('entra/assignments/to-another-app') ?? '')
    const places = files.map(({ to }) => to).filter((to) => !to.startsWith('schema/'))
    expect(places).toEqual([
      'entra/assignments/to-another-app.yaml',
      'fragments/entra-at-lark.yaml',
      'fixtures/contoso.yaml',
    ])
  })

  test('copy writes over nothing that was changed, and copies the same again', async () => {
    await scimulator('copy', 'receiver/country', 'again')
    expect((await scimulator('copy', 'receiver/country', 'again')).code).toBe(0)
    const path = join(folder, 'again/receiver/country.yaml')
    writeFileSync(path, '# mine\n')
    const { code, err } = await scimulator('copy', 'receiver', 'again')
    expect([code, err]).toEqual([
      2,
      'again/receiver/country.yaml is there already, with other content. Give another folder.\n',
    ])
    expect(readFileSync(path, 'utf8')).toBe('# mine\n')
    expect(readdirSync(join(folder, 'again/receiver'))).toEqual(['country.yaml'])
  })

  test('copy of what does not ship ends with 2 and the nearest name', async () => {
    const { code, err } = await scimulator('copy', 'entra/help-pge')
    expect([code, err]).toEqual([2, 'No scenario "entra/help-pge" ships inside. Did you mean "entra/help-page"?\n'])
  })
})
