import { type Combination, combinationTitle, loadScenario, type Scenario, shippedPrograms } from '@scimulator/harness'
import { BadInput, findScenarioFiles } from '@scimulator/harness/scenario'
import { recordStory, renamePeople, storyPage } from '@scimulator/harness/story'
import { assertMadeUp } from '../shipped/made-up.ts'
import { resolveScenarios, scenarioLibrary } from '../shipped/scenario-library.ts'
import { readStoryTemplate } from '../shipped/story-template.ts'
import { complain, EXIT, print } from './output.ts'
import { assertWritableFile, STANDARD_OUTPUT, writeOutput } from './output-files.ts'

export interface ExportStoryArguments {
  readonly out: string
  readonly renamePeople?: boolean
  readonly withPersonalData?: boolean
  readonly combination?: string
}

/** Carries a scenario out and writes what happened as a page. @returns the exit code. @throws BadInput */
export async function exportStoryCommand(written: string, given: ExportStoryArguments): Promise<number> {
  assertWritableFile('--out', given.out)
  const scenario = await scenarioAt(written, given)
  const combination = combinationOf(scenario, given.combination)
  const template = readStoryTemplate()
  const recording = await recordStory(scenario, await shippedPrograms(), combination)
  const page = storyPage(template, given.renamePeople ? renamePeople(recording) : recording)
  writeOutput(given.out, page)
  const { steps, outcome, wire } = recording
  const said = `${steps.length} steps, ${wire.length} requests, ${outcome}`
  // Beside the page itself nothing may stand on standard output.
  if (given.out === STANDARD_OUTPUT) complain(said)
  else print(`${said} in ${given.out}`)
  return outcome === 'passed' ? EXIT.passed : EXIT.failed
}

async function scenarioAt(
  written: string,
  { renamePeople = false, withPersonalData = false }: ExportStoryArguments,
): Promise<Scenario> {
  const library = scenarioLibrary()
  const [path = ''] = resolveScenarios([written], library)
  const files = findScenarioFiles([path])
  const [file] = files
  if (file === undefined || files.length > 1)
    throw new BadInput(`"${written}" is a folder of ${files.length} scenarios. A story is one of them; name its file.`)
  if (!renamePeople && !withPersonalData)
    assertMadeUp([file], 'Say --rename-people, or --with-personal-data if they may stand in it.')
  return loadScenario(file, path === written ? '.' : library.folder)
}

function combinationOf({ combinations, file }: Scenario, wanted: string | undefined): Combination {
  if (wanted === undefined) return combinations[0] ?? {}
  const titles = combinations.map(combinationTitle)
  const found = combinations[titles.indexOf(wanted)]
  if (found) return found
  const have = titles.filter((title) => title !== '').map((title) => `"${title}"`)
  throw new BadInput(`--combination is "${wanted}"; ${file} has ${have.length === 0 ? 'no matrix' : have.join(', ')}.`)
}
