import { ELSEWHERE } from './elsewhere.ts'

/** A part of the gate: what it is allowed to take, and the commands that it is made of. */
export interface Part {
  readonly name: string
  /** Minutes on two cores. */
  readonly budget: number
  readonly commands: readonly string[]
}

/** Tests that have a part of their own, below the package that they stand in; `npm test` runs them with all others. */
const TRUTH = ['test/examine']
const HOSTILE = ['test/hostile', 'test/foreign', 'test/kills']
const COLLECTION = ['foreign-collection']
const FOREIGN = [
  'test/killed-run',
  'test/strangers-canary',
  'test/shards',
  'test/interrupted-run',
  'test/limits',
  'test/troubled-target',
  'test/consent',
  'test/suites-command',
]
const GUIDES = ['test/test-your-endpoint', 'test/describe-your-target', 'test/readiness-suites']
const KILLS = ['test/crash/crash.test.ts']
/** The testkit has a folder of this name as well. */
const FUZZ = ['test/hostile/fuzz.test.ts', 'test/hostile/over-http.test.ts', 'test/hostile/faults/']
const OF_THEIR_OWN = [...TRUTH, ...HOSTILE, ...COLLECTION, ...FOREIGN, ...GUIDES, ...KILLS]

/** Arguments of vitest that leave files out. */
function without(files: readonly string[]): string {
  return files.map((file) => `--exclude '${file}*' --exclude '${file}/**'`).join(' ')
}

/** Part of the tests runs in another time zone and under another language, which nothing may depend on; verify:long runs all of them there. */
const ELSEWHERE_ENV = `env -u LC_ALL TZ=${ELSEWHERE.TZ} LANG=${ELSEWHERE.LANG} `

/** Vitest leaves one of two cores to others; here there are none, but for turbo, which runs two packages at a time. */
const CORES = 2

/** The command that runs these files of a package and nothing else. */
function only(folder: string, files: readonly string[], prefix = ''): string {
  return `cd ${folder} && ${prefix}npx vitest run --maxWorkers=${CORES} ${files.join(' ')}`
}

/**
 * In this order. The package is made before the tests, because tests that start the command start the installed one. A part is added
 * here, with the budget that the whole can give it: all of them together take at most 25 minutes.
 */
export const PARTS: readonly Part[] = [
  {
    name: 'lint and types',
    budget: 1,
    // One program instead of one a package, each of which would read those below it once more; with scripts and benchmarks.
    commands: ['npm run lint', 'npm run typecheck:all', 'npm run coverage:check'],
  },
  {
    name: 'package and examples',
    budget: 3.75,
    commands: ['npm run test:package', `npm test -- --force --filter=@scimulator/examples -- --maxWorkers=${CORES}`],
  },
  {
    name: 'unit tests and scenarios',
    budget: 6.25,
    // A package whose tests fail does not keep those of others from being run. The tests of the command start it and wait: alone at the end
    // they would leave a core idle, so that they have both.
    commands: [
      `npm test -- --force --continue --filter=!@scimulator/examples --filter=!scimulator -- ${without(OF_THEIR_OWN)}`,
      only('packages/scimulator', [without(OF_THEIR_OWN)]),
    ],
  },
  { name: 'truth of test', budget: 3, commands: [only('packages/harness', TRUTH)] },
  {
    name: 'foreign targets',
    budget: 3.5,
    commands: [
      only('scenarios', COLLECTION),
      only('packages/harness', HOSTILE, ELSEWHERE_ENV),
      only('packages/scimulator', FOREIGN),
    ],
  },
  {
    name: 'browser',
    budget: 3,
    commands: ['npm run --silent browser:install', 'SCIMULATOR_BROWSER=required npm run --silent test:browser'],
  },
  { name: 'guides', budget: 1.25, commands: [only('packages/scimulator', GUIDES)] },
  // What nothing uses is looked for where there is room: it takes ten seconds, and the minute of lint and types is full.
  {
    name: 'kills and hostile input',
    budget: 2.25,
    commands: [only('packages/scimulator', KILLS), only('packages/testkit', FUZZ), 'npm run unused'],
  },
]

/** `npm ci`, which the shell does before anything of ours can run. */
export const INSTALL_BUDGET = 1
