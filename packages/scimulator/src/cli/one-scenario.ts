import { BadInput, findScenarioFiles, loadScenario, type Scenario, type Vocabulary } from '@scimulator/harness/scenario'
import { resolveScenarios, scenarioLibrary } from '../shipped/scenario-library.ts'

/** The one scenario that was named, by its file or the name of one that ships inside. @throws BadInput for a folder, and for what does not load */
export function oneScenario(written: string, vocabulary: Vocabulary): Scenario {
  const [path = written, ...others] = findScenarioFiles(resolveScenarios([written], scenarioLibrary()))
  if (others.length > 0)
    throw new BadInput(`"${written}" is a folder with ${others.length + 1} scenarios; name one of them.`)
  return loadScenario(path, { vocabulary })
}
