// The guide is followed: every command line of it is understood, and describes a target, with the configuration that stands there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDescription } from '@scimulator/harness/target'
import { TARGET_OPTIONS } from '@scimulator/harness/target/options'
import { Command } from 'commander'
import { afterAll, expect, test } from 'vitest'
import { addTargetFlags } from '../src/cli/target-flags.ts'

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/describe-your-target.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'scimulator-guide-'))
afterAll(() => rmSync(folder, { recursive: true }))

const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)

const commands = blocks('sh')
  .flatMap((text) => text.replaceAll('\\\n', ' ').split('\n'))
  .flatMap((line) => /npx scimulator run \S+ (.*)/.exec(line)?.[1] ?? [])

function flagsOf(line: string): Record<string, unknown> {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  const command = addTargetFlags(new Command()).exitOverride()
  return command.parse(words, { from: 'user' }).opts()
}

test('the guide has command lines and one configuration', () => {
  expect([commands.length, blocks('yaml').length]).toEqual([11, 1])
})

test.each(commands)('%s', (line) => {
  writeFileSync(join(folder, 'scimulator.config.yaml'), blocks('yaml')[0] ?? '')
  expect(readDescription(flagsOf(line), { env: {}, folder })?.url).toMatch(/^https?:/)
})

test.each(['local', 'staging'])('the target %s of the configuration', (target) => {
  const described = readDescription({ target }, { env: {}, folder })
  expect(described).toMatchObject(
    target === 'local'
      ? { start: { command: 'npm run dev', waitFor: 'http://localhost:3000/health' } }
      : { query: 'tenant=7', rate: 20, timeoutMs: 10_000, tls: { ca: [join(folder, 'certs/our-authority.pem')] } },
  )
})

test('every option that the guide names exists', () => {
  const known = new Set([
    '--target',
    '--config',
    '--i-own-this-target',
    '--out',
    ...TARGET_OPTIONS.map(({ flags }) => flags.split(' ')[0]),
  ])
  const named = new Set([...guide.matchAll(/--[a-z][a-z-]+/g)].map(([flag]) => flag))
  expect([...named].filter((flag) => !known.has(flag))).toEqual([])
})
