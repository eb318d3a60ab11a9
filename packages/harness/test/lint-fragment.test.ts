// A fragment is checked by itself, with the place of each mistake.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findFragmentFiles } from '../src/scenario/find-files.ts'
import { lintScenario } from '../src/scenario/lint-scenario.ts'
import { shippedPrograms } from '../src/world/programs.ts'
import { vocabularyOf } from '../src/world/vocabulary-of.ts'
import { formatProblem } from '../src/written/problem.ts'

const vocabulary = await vocabularyOf(await shippedPrograms())
const folder = mkdtempSync(join(tmpdir(), 'fragments-'))
const at = (name: string) => `\${${name}}`

function complaints(text: string): string {
  const path = join(folder, 'x.yaml')
  writeFileSync(path, text)
  return lintScenario(path, { vocabulary, root: folder }).map(formatProblem).join('\n')
}

const HEAD =
  'fragment: Somebody comes\nparameters:\n  user: { describes: userPrincipalName }\n  time: { default: 40m }\nsteps:\n'

test('one that is right has no problem, whatever its parameters are', () => {
  expect(complaints(`${HEAD}  - entra.assign: { user: "${at('user')}" }\n  - advance: "${at('time')}"\n`)).toBe('')
})

test('what a step saves is known to the next', () => {
  const text = `${HEAD}  - receiver.add-source: { kind: Entra ID }\n    save: source\n  - note: ${at('source.url')} ${at('user')} ${at('time')}\n`
  expect(complaints(text)).toBe('')
})

const USES = `  - note: ${at('user')} ${at('time')}\n`

test.each([
  [
    'a misspelt verb',
    `${USES}  - entra.asign: { user: "${at('user')}" }\n`,
    ['x.yaml:7:5', 'Did you mean "entra.assign"'],
  ],
  ['a misspelt input', `${USES}  - entra.assign: { usr: a }\n`, ['x.yaml:7:21', '"user"']],
  [
    'a name that nobody gives',
    `${USES}  - entra.assign: { user: "${at('usr')}" }\n`,
    ['x.yaml:7:27', 'Did you mean "user"'],
  ],
  ['a parameter that no step uses', `  - note: ${at('user')}\n`, ['x.yaml:4:3', 'No step uses the parameter "time"']],
  [
    'a misspelt field of an expectation',
    `${USES}  - expect: { view: lark.members, each: { statsu: a } }\n`,
    ['x.yaml:7:43', '"status"'],
  ],
  [
    'one that includes what is not there',
    `${USES}  - include: nothing\n`,
    ['x.yaml:7:14', 'There is no fragment "nothing"'],
  ],
])('%s has its place', (_, steps, said) => {
  const message = complaints(HEAD + steps)
  for (const text of said) expect(message).toContain(text)
  expect(message.match(/^\S+:\d+:\d+: /gm)).toHaveLength(1)
})

test('a default of the wrong type is told where it is used', () => {
  const text = `${HEAD.replace('40m', 'soon')}  - advance: "${at('time')}"\n  - note: ${at('user')}\n`
  expect(complaints(text)).toMatch(/^x\.yaml:6:14: /)
})

test('a misspelt word of the head', () => {
  expect(complaints('fragment: x\nparamters: {}\nsteps: [{ advance: 1m }]\n')).toMatch(/^x\.yaml:2:1: .*"paramters"/s)
})

test('all fragments that ship are found and are right', () => {
  const root = join(import.meta.dirname, '../../../scenarios')
  const files = findFragmentFiles([root])
  expect(files.length).toBeGreaterThanOrEqual(2)
  for (const path of files) expect(lintScenario(path, { vocabulary, root }).map(formatProblem)).toEqual([])
})
