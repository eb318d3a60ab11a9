/** A part of the gate: what it is allowed to take, and the commands that it is made of. */
export interface Part {
  readonly name: string
  /** Minutes on two cores. */
  readonly budget: number
  readonly commands: readonly string[]
}

/**
 * In this order. The package is made before the tests, because tests that start the command start the installed one. A part is added
 * here, with the budget that the whole can give it: all of them together take at most 25 minutes.
 */
export const PARTS: readonly Part[] = [
  {
    name: 'lint and types',
    budget: 1,
    commands: ['npm run lint', 'npm run typecheck -- --force --output-logs=errors-only', 'npm run coverage:check'],
  },
  { name: 'package and examples', budget: 4, commands: ['npm run test:package'] },
  { name: 'unit tests and scenarios', budget: 5, commands: ['npm test -- --force'] },
]

/** `npm ci`, which the shell does before anything of ours can run. */
export const INSTALL_BUDGET = 1
