export { type Around, aroundEach } from './around.ts'
export { type ArtefactPaths, writeArtefacts } from './artefacts.ts'
export { beforeLaterAdds } from './before-later-adds.ts'
export type { Case } from './case.ts'
export { failuresText } from './failures.ts'
export { githubCommands, githubSummary, withoutCommands } from './github.ts'
export { junitXml } from './junit.ts'
export { mergeResults } from './merge.ts'
export { type ExchangeRecord, Recording } from './recording.ts'
export {
  ExpectationResult,
  Explanation,
  exitCodeOf,
  RUN_RESULT_VERSION,
  RunResult,
  ScenarioResult,
  StepResult,
} from './result.ts'
export { runCases } from './run-cases.ts'
export { SkipReason } from './skip-reason.ts'
export { tapText } from './tap.ts'
export { PLAIN, scenarioHead, scenarioTree, summaryText, type TreeStyle } from './tree.ts'
