import { describeScenario } from '@scimulator/harness/scenario'
import { shippedPrograms, vocabularyOf } from '@scimulator/harness/world'
import { oneScenario } from './one-scenario.ts'
import { EXIT, print } from './output.ts'

/** @throws BadInput when the file does not load */
export async function describeCommand(file: string): Promise<number> {
  const vocabulary = await vocabularyOf(await shippedPrograms())
  print(describeScenario(oneScenario(file, vocabulary), vocabulary))
  return EXIT.passed
}
