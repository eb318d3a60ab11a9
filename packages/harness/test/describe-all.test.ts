// Nothing that a file says is left out when it is told in prose: each word of the grammar is put into a file, and must be seen.

import { ABILITIES } from '@scimulator/shared/behaviour'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { describeScenario } from '../src/scenario/describe-scenario.ts'
import { parseScenario } from '../src/scenario/load-scenario.ts'
import {
  OWN_GIVEN,
  SCENARIO_HEAD,
  type STEP_PARTS,
  type TranscriptExpectation,
  type ViewExpectation,
} from '../src/scenario/scenario-grammar.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { formatYaml } from '../src/written/format-yaml.ts'

const vocabulary = await vocabularyOf(await shippedPrograms())

interface Said {
  readonly value: unknown
  /** What the telling says of it. */
  readonly told: string
}

function toldOf(file: object): string {
  const text = JSON.stringify({ scenario: 's', description: 'd', steps: [{ advance: '40m' }], ...file })
  const written = formatYaml('x.yaml', text)
  return describeScenario(
    parseScenario(written, { path: `${import.meta.dirname}/x.yaml`, file: 'x.yaml', vocabulary }),
    vocabulary,
  )
}

const HEAD: Record<keyof typeof SCENARIO_HEAD, Said> = {
  scenario: { value: 'A title', told: '# A title' },
  description: { value: 'What it shows', told: 'What it shows' },
  seed: { value: 77, told: 'seed 77' },
  matrix: {
    value: {
      case: [
        { name: 'one', x: 1 },
        { name: 'two', x: 2 },
      ],
    },
    told: '2 ways: case is one or two',
  },
  only: { value: 'lark', told: 'a rule of Lark' },
  timeout: { value: '90s', told: 'All of it may take 90 s' },
  tags: { value: ['smoke'], told: 'Tags: smoke' },
  invariants: { value: 'off because it is broken', told: 'off because it is broken' },
}

const BESIDE: Record<keyof typeof STEP_PARTS, Said> = {
  save: { value: 'kept', told: 'kept as kept' },
  note: { value: 'Lark 1.1', told: '(Lark 1.1)' },
  timeout: { value: '30s', told: 'It may take 30 s' },
  fails: { value: { message: 'not allowed' }, told: 'refused: “not allowed”' },
}

const ASKED: Record<keyof (typeof ViewExpectation)['shape'], Said> = {
  note: { value: 'as it is written', told: '(as it is written)' },
  proves: { value: ['A11'], told: '[A11]' },
  only: { value: 'lark', told: 'where Lark is asked' },
  view: { value: 'directory.groups', told: '`directory.groups`' },
  query: { value: { source: 'somebody' }, told: '(source somebody)' },
  where: { value: { active: true }, told: 'of which active' },
  count: { value: { min: 3, max: 4 }, told: '3 to 4' },
  include: { value: { 'ana@c.test': { title: 'Clerk' } }, told: 'of ana@c.test, title is "Clerk"' },
  exactly: { value: ['ana@c.test'], told: 'there is no other' },
  absent: { value: ['bo@c.test'], told: 'bo@c.test is not there' },
  gone: { value: ['cy@c.test'], told: 'cy@c.test is gone' },
  each: { value: { title: 'Clerk' }, told: 'of each, title is "Clerk"' },
  sequence: { value: [{ title: 'Clerk' }], told: 'one after the other: title is "Clerk"' },
  distinct: { value: ['id', 'externalId'], told: 'no two have the same id, nor the same externalId' },
  'differs-from': { value: 'before', told: 'something has changed' },
  'same-as': { value: 'before', told: 'nothing has changed' },
  capture: { value: { id: { item: 'ana@c.test', field: 'id' } }, told: 'id kept for later' },
  eventually: { value: '2h', told: 'within 2h' },
  always: { value: '3h', told: 'for 3h' },
}

const WIRE: Record<keyof (typeof TranscriptExpectation)['shape'], Said> = {
  note: { value: 'as the page has it', told: '(as the page has it)' },
  proves: { value: ['A12'], told: '[A12]' },
  transcript: { value: 'goldens/x.txt', told: 'goldens/x.txt' },
}

const GIVEN: Record<keyof typeof OWN_GIVEN | 'start' | 'receiver' | 'entra' | 'jumpcloud' | 'okta', Said> = {
  start: { value: '2026-03-01T00:00:00Z', told: 'begin at 2026-03-01T00:00:00' },
  needs: { value: [ABILITIES[0]], told: `has to do: ${ABILITIES[0]}` },
  directory: { value: { users: [{ userName: 'eva@c.test' }] }, told: 'userName eva@c.test' },
  receiver: { value: { deviations: ['integer-ids'] }, told: 'Of receiver: deviations integer-ids' },
  entra: { value: { switches: { cycleIntervalMinutes: 120 } }, told: 'cycleIntervalMinutes 120' },
  jumpcloud: { value: { switches: { latencyMs: 0 } }, told: 'latencyMs 0' },
  okta: { value: { switches: { membersPerPatch: 7 } }, told: 'membersPerPatch 7' },
}

const PLAIN = { view: 'directory.users', count: 1 }
const rows = (said: Record<string, Said>) => Object.entries(said).map(([name, one]) => [name, one] as const)

describe('told in prose is', () => {
  test.each(rows(HEAD))('%s of the head', (name, { value, told }) => {
    expect(toldOf({ [name]: value })).toContain(told)
    if (name !== 'scenario' && name !== 'description') expect(toldOf({})).not.toContain(told)
  })

  test.each(rows(GIVEN))('%s of what is given', (name, { value, told }) => {
    expect(toldOf({ given: { [name]: value } })).toContain(told)
    expect(toldOf({})).not.toContain(told)
  })

  test.each(rows(BESIDE))('%s beside a verb', (name, { value, told }) => {
    const step = { 'directory.delete-user': { user: 'ana@c.test' } }
    expect(toldOf({ steps: [{ ...step, [name]: value }] })).toContain(told)
    expect(toldOf({ steps: [step] })).not.toContain(told)
  })

  test.each(rows(ASKED))('%s of an expectation', (name, { value, told }) => {
    const plain = name === 'count' ? { view: PLAIN.view, absent: ['di@c.test'] } : PLAIN
    expect(toldOf({ expect: [{ ...plain, [name]: value }] })).toContain(told)
    expect(toldOf({ expect: [plain] })).not.toContain(told)
  })

  test.each(rows(WIRE))('%s of a transcript', (name, { value, told }) => {
    expect(toldOf({ expect: [{ transcript: 'goldens/y.txt', [name]: value }] })).toContain(told)
  })

  test('lanes that are carried out side by side', () => {
    const lanes = [
      { 'entra.start': {} },
      [{ 'directory.delete-user': { user: 'ana@c.test' } }, { http: { path: '/Users' } }],
    ]
    const told = toldOf({ steps: [{ parallel: lanes }] })
    expect(told).toContain('1. Begins several acts at the same moment')
    expect(told).toMatch(/user ana@c\.test\. Then: .*path \/Users/)
  })
})

test('no word of the grammar is without a row here', () => {
  const given = Object.keys(OWN_GIVEN).concat('start', ...vocabulary.given.keys())
  expect(Object.keys(GIVEN).sort()).toEqual(given.sort())
  expect(z.object(SCENARIO_HEAD).keyof().options.sort()).toEqual(Object.keys(HEAD).sort())
})
