// Random histories, and the shortest scenario file of what they find.
export { entraSender } from './entra/sender.ts'
export { type Explored, explore, type Found } from './explore.ts'
export { explained, scenarioRunner } from './run-text.ts'
