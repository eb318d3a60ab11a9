// The commands of docs/scale.md, in whatever file they stand, are ones that there are, with options that there are.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createProgram } from '../src/cli/program.ts'

const page = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8')

function blocks(language: string): readonly string[] {
  return Array.from(
    page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm')),
    ([, text = '']) => text,
  )
}

const typed = Array.from(page.matchAll(/\bscimulator ((?:entra|receiver|jumpcloud) up|call) ([^\n`]*)/g), (match) =>
  `${match[1]} ${match[2]}`.trim().split(/\s+/),
)
const composed: readonly string[][] = blocks('yaml').flatMap((text) =>
  Object.values(parse(text).services ?? {}).map((service) => Object(service).command),
)
const commands = [...typed, ...composed]

test.each(commands.map((args) => [args.join(' '), args] as const))('%s', async (_, args) => {
  let isCalled = false
  const program = createProgram()
  const [name, verb] = args
  const outer = program.commands.find((command) => command.name() === name)
  const inner = outer?.commands.find((command) => command.name() === verb) ?? outer
  inner?.action(() => {
    isCalled = true
  })
  // What a shell or systemd puts in is a number there.
  const filled = args.map((word) => word.replace(/%i|\$\{HOSTNAME##\*-\}/g, '8091'))
  await program.parseAsync(filled, { from: 'user' })
  expect(isCalled).toBe(true)
})

test('there are commands of every kind of place, and its YAML can be read', () => {
  expect([typed.length, composed.length, blocks('ini').length]).toEqual([8, 1, 1])
})

const BENCH = new URL('../../../bench/', import.meta.url)

test('the benches that it names are there', () => {
  const named = Array.from(page.matchAll(/npm run bench -- ([\w-]+)/g), ([, name = '']) => name)
  expect(named.length).toBeGreaterThan(3)
  for (const name of named)
    expect(existsSync(new URL(name === 'targets' ? 'targets/' : `${name}.ts`, BENCH)), name).toBe(true)
})
