// Scenario files: YAML with the words of three programs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vocabularyOf } from '@scimulator/harness'
import { PROGRAMS } from '@scimulator/harness/programs'
import { parseScenario } from '../../../../harness/src/scenario/load-scenario.ts'
import { formatYaml } from '../../../../harness/src/written/format-yaml.ts'
import { readYaml, unwrittenDocument } from '../../../../harness/src/written/yaml-document.ts'
import { type Grammar, many, one, seq } from '../grammar.ts'
import { type AnyTarget, must, textTarget, unlessRefused } from '../target.ts'
import { scenarioText } from './scenario-text.ts'

const FOLDER = join(import.meta.dirname, '../../../../../scenarios')
/** What reads a file of steps and expectations. */
const PARSER = [
  'check-context.ts',
  'check-expectation.ts',
  'check-step.ts',
  'expand-step.ts',
  'interpolate.ts',
  'matcher-problems.ts',
].map((file) => `harness/src/scenario/${file}`)
const KNOWN = [
  'entra/rate-limited.yaml',
  'jumpcloud/activation.yaml',
  'matching/by-email.yaml',
  'both/one-company-two-idps.yaml',
]

const user = one('ana', 'bo', 'cy')
const step = one(
  seq('directory.create-user: { userName: ', user, '@contoso.example }'),
  seq('directory.create-group: { displayName: Sales }'),
  seq('advance: ', one('40m', '1h', '5s')),
  'receiver.add-source: { kind: Entra ID, activate: true }',
  'receiver.add-source: &anchor\n      kind: Entra ID',
)
const expectation = one(
  '{ view: directory.groups, count: 0 }',
  '{ view: directory.users, count: 1 }',
  '{ view: directory.users, include: [{ displayName: A }] }',
)
const list = (of: Grammar): Grammar => many(seq('\n  - ', of), { most: 3 })
const made = seq(
  'scenario: made\ndescription: D\n',
  one('', 'given: { receiver: {} }\n', 'matrix: { x: [a, b] }\n', 'tags: [a]\n'),
  'steps:',
  list(step),
  one('', seq('\nexpect:', list(expectation))),
  '\n',
)
/** What is said of it is no error of YAML. */
const RECORDING = '{"scimulatorRecording":1}\n{'
const bombs = one(
  '? {a: 1}\n: 2\n',
  'a: &a [*a]\n',
  '<<: *x\n',
  '%YAML 1.1\n---\na: yes\n',
  '!!js/function "x"\n',
  '--- a\n--- b\n',
  'a: 1\na: 2\n',
  '__proto__: { polluted: true }\n',
  '"unclosed\n',
  "'unclosed\n",
  'a: *a',
  'a: &a [*a]\n',
  `a: ${'['.repeat(900)}1${']'.repeat(900)}\n`,
  `a: &a ${'['.repeat(150)}x${']'.repeat(150)}\nb: &b ${'['.repeat(150)}*a${']'.repeat(150)}\n`,
  'a: &b { c: d }\ne: *b\nf: [*b, 1]\n',
  '- [',
  '\t- a',
  (draw) =>
    `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: draw.pick([2, 6, 9]) }, (_, i) => `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${`*${String.fromCharCode(97 + i)},`.repeat(9)}]\n`).join('')}`,
)

export async function scenarioFiles(): Promise<readonly AnyTarget[]> {
  const vocabulary = await vocabularyOf(await Promise.all(PROGRAMS.map(({ load }) => load())))
  const known = KNOWN.map((file) => readFileSync(join(FOLDER, file), 'utf8').slice(0, 900))
  const text = one(made, made, ...known, bombs, bombs, bombs, RECORDING)
  return [
    textTarget({
      name: 'YAML',
      files: ['harness/src/written/yaml-document.ts'],
      grammar: text,
      accepts: (written) =>
        unlessRefused(['BadInput'], () => {
          const document = readYaml('made.yaml', written)
          const value = Object(document.value)
          must(
            unwrittenDocument('made.yaml', value).position([]).line === 1,
            () => 'what is not written stands elsewhere',
          )
          document.position([])
          must(unwrittenDocument('made.yaml', 1).text === '1', () => 'it has another text')
          for (const key of Object.keys(value).slice(0, 5)) placesBelow(document, [key], value[key])
          if (written.length < 400) formatYaml('made.yaml', written)
        }),
    }),
    textTarget({
      name: 'scenarios',
      files: PARSER,
      grammar: one(made, scenarioText, scenarioText, scenarioText, scenarioText, scenarioText, bombs),
      accepts: (written) =>
        unlessRefused(
          ['BadInput'],
          () => void parseScenario(written, { path: join(FOLDER, 'made.yaml'), file: 'made.yaml', vocabulary }),
        ),
    }),
  ]
}

function placesBelow(document: ReturnType<typeof readYaml>, path: readonly (string | number)[], value: unknown): void {
  for (const part of ['key', 'value'] as const)
    must(document.position(path, part).line > 0, () => `${path.join('.')} stands nowhere`)
  if (path.length > 2) return
  for (const key of Object.keys(Object(value)).slice(0, 3)) placesBelow(document, [...path, key], Object(value)[key])
  document.position([...path, 'missing', 0])
}
