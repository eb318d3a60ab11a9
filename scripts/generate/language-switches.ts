// The table of docs/guides/mappings.md: the switches of the mapping language, from their definitions. All around it is written by hand.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EXPRESSION_SWITCHES } from '../../packages/entra-sim/src/switches/expression-switches.ts'
import type { SwitchDefinition } from '../../packages/shared/src/behaviour/switch.ts'
import type { GeneratedFile } from './generated-files.ts'

const PATH = 'docs/guides/mappings.md'
const PLACE = /(<!-- switches: [^\n]* -->\n\n)[\s\S]*?(\n<!-- \/switches -->)/

/** The guide with the table as the definitions have it. @throws Error when the page has no place for it */
export function guideWithLanguageSwitches(): GeneratedFile {
  const page = readFileSync(fileURLToPath(new URL(`../../${PATH}`, import.meta.url)), 'utf8')
  if (!PLACE.test(page))
    throw new Error(`${PATH} has no place for the table: <!-- switches: … --> to <!-- /switches -->`)
  const text = page.replace(PLACE, (_, head: string, tail: string) => `${head}${table()}\n${tail}`)
  return { path: PATH, text, isByHand: true }
}

function table(): string {
  const switches: readonly SwitchDefinition<string>[] = Object.values(EXPRESSION_SWITCHES)
  const head = ['| switch | what it decides | default | or | grade |', '|---|---|---|---|---|']
  return [...head, ...switches.map(row)].join('\n')
}

function row({ id, describes, values, default: usual, grade }: SwitchDefinition<string>): string {
  const others = 'min' in values ? [] : values.filter((value) => value !== usual)
  const or = others.map((value) => `\`${value}\``).join(', ')
  return `| \`${id}\` | ${describes} | \`${usual}\` | ${or} | ${grade} |`
}
