export { type ArtefactPaths, writeArtefacts } from './artefacts.ts'
export { mergeResults } from './merge.ts'
export { exitCodeOf, RUN_RESULT_VERSION, RunResult, ScenarioResult, StepResult } from './result.ts'
export { PLAIN, scenarioTree, summaryText, type TreeStyle } from './tree.ts'
