import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BadInput, companyJsonSchema, scenarioJsonSchema } from '@scimulator/harness/scenario'
import { configJsonSchema, isHttpUrl } from '@scimulator/harness/target'
import { shippedPrograms, vocabularyOf } from '@scimulator/harness/world'
import { CI_SYSTEMS, type CiSystem, PROVIDERS, type Provider } from '../init/choices.ts'
import { firstScenario } from '../init/first-scenario.ts'
import { filesOfProject, type PlannedFile } from '../init/project.ts'
import { retoldScenario } from '../init/retold-scenario.ts'
import { VERSION } from '../shipped/version.ts'
import { ask } from './ask.ts'
import { oneOf } from './one-of.ts'
import { EXIT, print } from './output.ts'

export interface InitArguments {
  readonly only?: Provider
  readonly target?: string
  readonly ci?: CiSystem
  /** A recording that the scenario is told from. */
  readonly from?: string
  readonly withPersonalData?: boolean
}

/** Writes what a project begins with. Nothing is written when a scenario is in the way. @throws BadInput */
export async function initCommand(dir: string, given: InitArguments, asking: typeof ask = ask): Promise<number> {
  const { from } = given
  const retold = from === undefined ? undefined : await retoldScenario(from, given.withPersonalData ?? false)
  const { only, target, ci } = await answersOf(retold ? { only: 'entra', ...given } : given, asking)
  const scenario = retold ?? firstScenario(only)
  const files = filesOfProject({ scenario, target, ci, version: VERSION, schemas: await schemas() })
  writeProject(files, dir)
  for (const line of retold?.told ?? []) print(line)
  print(`\n${commandsFor(dir, target)}`)
  return EXIT.passed
}

interface Answers {
  readonly only: Provider
  readonly target: string | undefined
  readonly ci: CiSystem
}

/** Three questions, each unless a flag has answered it; an empty answer takes what is offered. */
async function answersOf({ only, target, ci }: InitArguments, asking: typeof ask): Promise<Answers> {
  const word = async <Word extends string>(question: string, words: readonly Word[], usual: Word): Promise<Word> =>
    oneOf(question, (await asking(`${question} (${words.join(', ')}) [${usual}] `)) || usual, words)
  return {
    only: only ?? (await word('Which identity provider?', PROVIDERS, 'entra')),
    target: urlOf(
      target ?? (await asking('SCIM base URL of your endpoint, such as http://localhost:3000/scim/v2 [none yet] ')),
    ),
    ci: ci ?? (await word('A workflow for which CI?', CI_SYSTEMS, 'github')),
  }
}

/** It becomes text of other files, so that it is written as URLs are written. */
function urlOf(written: string | undefined): string | undefined {
  if (written === undefined || written === '') return undefined
  if (!isHttpUrl(written)) throw new BadInput(`--target takes an http or https URL, not "${written}".`)
  const { username, password, href } = new URL(written)
  if (username !== '' || password !== '')
    throw new BadInput('--target: a password belongs in the environment, not in a file.')
  return href.replace(/["'`$\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
}

async function schemas(): Promise<Readonly<Record<string, object>>> {
  const vocabulary = await vocabularyOf(await shippedPrograms())
  return {
    'scenario.schema.json': scenarioJsonSchema(vocabulary),
    'company.schema.json': companyJsonSchema(),
    'config.schema.json': configJsonSchema(),
  }
}

/** What is there already stays as it is. @throws BadInput when a scenario is in the way; then nothing is written */
function writeProject(files: readonly PlannedFile[], dir: string): void {
  const planned = files.map((file) => ({ ...file, to: join(dir, file.path) }))
  const inTheWay = planned.find(({ to, text, ifThere }) => ifThere === 'refuse' && isAnother(to, text))
  if (inTheWay) throw new BadInput(`${inTheWay.to} is there already, with other content. Give another folder.`)
  for (const { to, text } of planned) {
    if (isAnother(to, text)) print(`${to} is there already and was left as it is`)
    else {
      write(to, text)
      print(to)
    }
  }
}

function isAnother(path: string, text: string): boolean {
  try {
    return existsSync(path) && readFileSync(path, 'utf8') !== text
  } catch {
    return true
  }
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function commandsFor(dir: string, target: string | undefined): string {
  const folder = join(dir, 'scenarios')
  const local = `npx scimulator run ${folder}`
  return target === undefined ? local : `${local}\n${local} --target mine`
}
