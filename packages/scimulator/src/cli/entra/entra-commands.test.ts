import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandIo, registerEntraCommands, runExplain, runExpr, runLint } from './index.ts'
import { parseJsonWithPlaces } from './json-places.ts'

const active = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scimulator-entra-cli-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return path
}

async function captured(run: (io: CommandIo) => Promise<number>) {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] }
  const code = await run({ out: (text) => lines.out.push(text), err: (text) => lines.err.push(text) })
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}

const ada = {
  userPrincipalName: 'ada@contoso.example',
  IsSoftDeleted: false,
  displayName: 'Ada L',
  mail: 'ada@contoso.example',
  mobile: '+47 1',
  country: 'NO',
  manager: 'boss',
}

describe('entra expr', () => {
  test('prints value, type and a trace', async () => {
    const user = await file('user.json', ada)
    const result = await captured((io) => runExpr({ expression: active, with: user }, io))
    expect(result).toEqual({
      code: 0,
      err: '',
      out: [
        '"True"  (text)',
        '',
        `  ${active}  →  "True"`,
        '    [IsSoftDeleted]  →  "False"',
        '    "False"  →  "False"',
        '    "True"  →  "True"',
        '    "True"  →  not evaluated',
        '    "False"  →  not evaluated',
      ].join('\n'),
    })
  })

  test('prints the same as JSON', async () => {
    const { code, out } = await captured((io) => runExpr({ expression: 'Split("a,b", ",")', json: true }, io))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ kind: 'value', type: 'list', value: ['a', 'b'], warnings: [] })
  })

  test.each([
    ['[missing]', 0, '(null)'],
    ['IgnoreFlowIfNullOrEmpty([missing])', 0, 'skip: IgnoreFlowIfNullOrEmpty; the attribute is not written'],
    ['CDate("x")', 1, 'error: CDate: "x" is not a date.'],
    ['Switch("x", CDate("never"), "x", "1")', 0, 'warning: Switch: A branch that is not chosen would fail'],
    ['Now()', 0, '"11/3/2026 9:00:00 AM"'],
    ['DefaultDomain()', 0, '"contoso.example"'],
    ['ToLower([DisplayName])', 0, 'note: 1:9: The source has no attribute DisplayName'],
  ])('%s ends with %i and prints %s', async (expression, code, text) => {
    const options = { expression, now: '2026-11-03T09:00:00Z', defaultDomain: 'contoso.example' }
    const result = await captured((io) => runExpr(options, io))
    expect(result.code).toBe(code)
    expect(result.out).toContain(text)
  })

  test('a parse error shows the place and the way out', async () => {
    const result = await captured((io) => runExpr({ expression: '[a] & [b]' }, io))
    expect(result.code).toBe(2)
    expect(result.out).toBe('')
    expect(result.err).toBe(
      '1:5: The character & has no meaning here.\n[a] & [b]\n    ^\n' +
        'There is no & for joining texts: write Append([a], [b]) or Join("", [a], [b]).',
    )
  })

  test('bad input is told with its file and place', async () => {
    const broken = await file('broken.json', '{\n  "mail": "a",\n}')
    const list = await file('list.json', [])
    const messages = [
      [{ expression: '[a]', with: broken }, 'broken.json:2:14: Expected a value after the comma.'],
      [{ expression: '[a]', with: join(folder, 'none.json') }, 'none.json: there is no such file'],
      [{ expression: '[a]', with: list }, 'a user is an object of source attributes'],
      [{ expression: '[a]', now: 'soon' }, '--now soon is not a date'],
    ] as const
    for (const [options, message] of messages) {
      const result = await captured((io) => runExpr(options, io))
      expect([result.code, result.err]).toEqual([2, expect.stringContaining(message)])
    }
  })

  test('what Redact hides is not printed', async () => {
    const user = await file('secret.json', { secret: 'hunter2' })
    for (const json of [true, false]) {
      const options = { expression: 'Append("a", Redact([secret]))', with: user, json }
      const { out } = await captured((io) => runExpr(options, io))
      expect(out).toContain('[Redact]')
      expect(out).not.toContain('hunter2')
    }
  })
})

describe('entra lint', () => {
  const rows = [
    { target: 'userName', source: 'userPrincipalName', matchingPriority: 1 },
    { target: 'active', source: 'accountEnabled' },
    { target: 'emails[type eq "work"].value', source: 'mail' },
    { target: 'displayName', source: 'displayName' },
  ]

  test('tells rule, place in the file, reason, source and what to write', async () => {
    const path = await file('rows.json', rows)
    const { code, out } = await captured((io) => runLint({ file: path }, io))
    expect(code).toBe(1)
    expect(out).toContain(`${path}:7:3: error active-not-from-IsSoftDeleted`)
    for (const part of ['why: ', 'source: Microsoft', `write: Write ${active}.`, '1 finding'])
      expect(out).toContain(part)
  })

  test('the profile brings rules of its own', async () => {
    const path = await file('rows.json', rows)
    const { out } = await captured((io) => runLint({ file: path, profile: 'lark', json: true }, io))
    const findings: { rule: string }[] = JSON.parse(out)
    expect(findings.map((one) => one.rule)).toEqual([
      'active-not-from-IsSoftDeleted',
      'lark-userName-and-work-email-differ',
    ])
  })

  test('--fail-on decides the exit code', async () => {
    const sound = rows.map((row) => (row.target === 'active' ? { target: 'active', expression: active } : row))
    const path = await file('warned.json', [...sound, { target: 'externalId', source: 'mailNickname' }])
    expect((await captured((io) => runLint({ file: path }, io))).code).toBe(0)
    expect((await captured((io) => runLint({ file: path, failOn: 'warning' }, io))).code).toBe(1)
  })

  test.each([
    ['[{"target": "a",\n "sauce": "b"}]', ':1:2: 0 Unrecognized key'],
    ['[{"target": 1}]', ':1:13: 0.target'],
    ['{"attributeMappings": [\n{"source": null}]}', ':1:1: '],
    ['[1,]', ':1:3: Expected a value after the comma.'],
    ['{}', 'bad.json:1:1: This is neither a synchronizationSchema'],
  ])('%s is refused at its place', async (content, message) => {
    const path = await file('bad.json', content)
    const { code, err } = await captured((io) => runLint({ file: path }, io))
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('entra explain', () => {
  test('shows a user through the table of a preset', async () => {
    const user = await file('ada.json', ada)
    const { code, out } = await captured((io) => runExplain({ preset: 'lark', user }, io))
    expect(code).toBe(0)
    const words = out.replace(/ +/g, ' ')
    expect(words).toContain(`IsSoftDeleted = "False" ${active} active true`)
    expect(words).toContain('mobile = "+47 1" [mobile] phoneNumbers[type eq "mobile"].value "+47 1"')
    expect(words).toContain('jobTitle = null [jobTitle] title nothing: null')
    expect(out).toContain('"path": "active",\n      "value": "True"')
  })

  test('has POST and both PATCH dialects of every row as JSON', async () => {
    const user = await file('ada.json', ada)
    const { out } = await captured((io) => runExplain({ user, json: true }, io))
    const explained: { rows: { targetAttributeName: string }[] } = JSON.parse(out)
    const row = (name: string) => explained.rows.find((one) => one.targetAttributeName.endsWith(name))
    expect(row('active')).toMatchObject({
      expression: active,
      sources: [{ name: 'IsSoftDeleted', values: ['False'] }],
      outcome: { kind: 'value', value: true },
      post: { active: true },
      patch: {
        legacy: [{ op: 'Replace', path: 'active', value: 'True' }],
        optscim: [{ op: 'replace', path: 'active', value: true }],
      },
    })
    expect(row('emails[type eq "work"].value')).toMatchObject({
      post: { emails: [{ primary: true, type: 'work', value: 'ada@contoso.example' }] },
    })
    expect(row(':manager')).toMatchObject({
      outcome: { kind: 'reference', sourceIds: ['boss'] },
      post: null,
      patch: { legacy: [{ op: 'Add', value: '<target id of boss>' }] },
    })
    expect(row('title')).toMatchObject({ post: null, patch: { legacy: [], optscim: [] } })
  })

  test('a row that fails makes the command fail', async () => {
    const user = await file('ada.json', ada)
    const mapping = await file('mapping.json', [{ target: 'nickName', expression: 'CDate([displayName])' }])
    const { code, out } = await captured((io) => runExplain({ mapping, user }, io))
    expect(code).toBe(1)
    expect(out).toContain('error: "Ada L" is not a date.')
  })

  test('bad input is told', async () => {
    const user = await file('ada.json', ada)
    const bad = await file('bad-mapping.json', [{ target: 'nickName', expression: 'CDate([displayName]' }])
    const cases = [
      [{ user, preset: 'none' }, 'There is no preset none; there are default, default-group, lark, lark-group.'],
      [{ user, preset: 'lark', mapping: bad }, 'Give either --mapping or --preset'],
      [{ user, mapping: bad }, 'row 1, nickName: The call of CDate is not closed.'],
      [{ user: join(folder, 'nobody.json') }, 'there is no such file'],
    ] as const
    for (const [options, message] of cases) {
      const result = await captured((io) => runExplain(options, io))
      expect([result.code, result.err]).toEqual([2, expect.stringContaining(message)])
    }
  })
})

test.each([false, true])('the commands register under entra, when it is there already: %s', (isThere) => {
  const program = new Command()
  if (isThere) program.command('entra')
  registerEntraCommands(program)
  const entra = program.commands.find((one) => one.name() === 'entra')
  expect(entra?.commands.map((one) => one.name())).toEqual(['expr', 'lint', 'explain'])
})

describe('JSON with places', () => {
  test.each([
    ['[1, 2', '1:6'],
    ['{"a" 1}', '1:6'],
    ['{"a": 1, "a": 2}', '1:10'],
    ['"a\nb"', '1:1'],
    ['"\\x"', '1:2'],
    ['"\\x41"', '1:1'],
    ["{'a': 1}", '1:2'],
    ['{a: 1}', '1:2'],
    ['{"a": yes}', '1:7'],
    ['{"a": 01}', '1:7'],
    ['{"a"}', '1:5'],
    ['[&a 1, *a]', '1:8'],
    ['a: 1', '1:1'],
    ['- 1', '1:1'],
    ['[1] # one', '1:1'],
    ['tru', '1:1'],
    ['1 2', '1:1'],
    ['', '1:1'],
    ['['.repeat(150), '1:151'],
  ])('%j is refused at %s', (text, place) => {
    const parsed = parseJsonWithPlaces(text)
    expect(parsed.ok ? '' : `${parsed.place.line}:${parsed.place.column}`).toBe(place)
  })

  test('nested too deep is refused where it becomes so', () => {
    expect(parseJsonWithPlaces(`\n${'['.repeat(900)}${']'.repeat(900)}`)).toEqual({
      ok: false,
      message: 'It is nested deeper than 200 levels.',
      place: { line: 2, column: 201 },
    })
    expect(parseJsonWithPlaces('{"a":'.repeat(900))).toMatchObject({
      ok: false,
      message: 'It is nested deeper than 200 levels.',
    })
  })

  test('agrees with JSON.parse and keeps odd names as own properties', () => {
    const text =
      '{"a": [1, -2.5e3, true, null, "\\u00e9\\n"], "__proto__": {"b": {}}, "": [], "smile": "\\ud83d\\ude00\\/"}'
    const parsed = parseJsonWithPlaces(text)
    expect(JSON.stringify(parsed.ok && parsed.value)).toBe(JSON.stringify(JSON.parse(text)))
  })
})
