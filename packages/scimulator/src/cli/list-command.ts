import { readFileSync } from 'node:fs'
import { FINDINGS, type Finding } from '@scimulator/findings'
import { shippedPrograms } from '@scimulator/harness/programs'
import type { SwitchDefinition } from '@scimulator/shared/behaviour'
import { scenarioLibrary } from '../shipped/scenario-library.ts'
import { actItems } from './act-items.ts'
import type { ListArguments } from './list-options.ts'
import { EXIT, print } from './output.ts'
import { formatTable } from './table.ts'

/** One thing in a list: `name` is what a command takes. */
type Item = Readonly<Record<string, unknown>>

export async function listCommand({ what, json }: ListArguments): Promise<number> {
  const { items, columns } = await LISTS[what]()
  if (json) print(JSON.stringify(items, null, 2))
  else print(formatTable([columns, ...items.map((item) => columns.map((column) => cell(item[column])))]))
  return EXIT.passed
}

interface List {
  readonly items: readonly Item[]
  /** Members that the table shows; JSON has all. */
  readonly columns: readonly string[]
}

const LISTS: Readonly<Record<ListArguments['what'], () => List | Promise<List>>> = {
  scenarios: () => ({ columns: ['name', 'title'], items: scenarios() }),
  findings: () => ({ columns: ['id', 'kind', 'damage', 'hurts', 'title'], items: FINDINGS.map(findingItem) }),
  quirks: async () => ({
    columns: ['id', 'title', 'grade', 'hurts'],
    items: (await programsByName()).flatMap(({ quirks }) => quirks.map(shown)),
  }),
  acts: () => ({ columns: ['name', 'sentBy', 'says'], items: actItems().map((item) => ({ ...item })) }),
  switches: async () => ({
    columns: ['program', 'id', 'values', 'describes'],
    items: (await programsByName()).flatMap(({ name, switches }) => switchItems(name, switches)),
  }),
}

async function programsByName() {
  return (await shippedPrograms()).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function scenarios(): readonly Item[] {
  const library = scenarioLibrary()
  return library.names().map((name) => ({ name, title: titleIn(readFileSync(library.find(name) ?? '', 'utf8')) }))
}

/** The scenarios that ship are ours: their title is one plain or quoted line. */
function titleIn(text: string): string {
  const written = /^scenario: *(.*)$/m.exec(text)?.[1] ?? ''
  return written.startsWith('"') ? JSON.parse(written) : written.replace(/^'(.*)'$/, '$1').replaceAll("''", "'")
}

function findingItem({ id, kind, damage, title, hurts, when, fix, clause, sources }: Finding): Item {
  return { id, kind, damage, title, hurts: hurts.join(' '), when, fix, clause, sources }
}

/** The scenario that shows a quirk, by the name that "run" takes; a quirk that a test shows has none. */
function shown({ shows, ...quirk }: { readonly shows: string }): Item {
  const scenario = /^scenarios\/(.*)\.yaml$/.exec(shows)?.[1]
  return scenario === undefined ? quirk : { ...quirk, scenario }
}

function switchItems(program: string, definitions: Readonly<Record<string, SwitchDefinition>>): readonly Item[] {
  return Object.values(definitions).map(({ id, values, default: usual, grade, source, describes }) => {
    return { program, id, values: valuesOf(values, usual), default: usual, grade, source, describes }
  })
}

/** The default first. */
function valuesOf(values: SwitchDefinition['values'], usual: unknown): string {
  if ('min' in values) return `${usual}; ${values.min} to ${values.max}`
  return [usual, ...values.filter((value) => value !== usual)].join(', ')
}

function cell(value: unknown): string {
  return value === undefined ? '' : String(value)
}
