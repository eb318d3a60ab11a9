// `npm run coverage:unique [-- --only TEXT] [--file TEXT] [--jobs 2] [--trust] [--known]`: which files ask what hardly another one
// asks. Writes scenarios/UNIQUE.md when everything was asked. --only (a kind, or a part of a name) and --file ask a part and print it.
// --trust keeps what older code has said. --known writes the page from what an interrupted run has found out, with what it has not.
import { rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findScenarioFiles } from '../../packages/harness/src/scenario/find-files.ts'
import { bundleWorker } from './bundle.ts'
import { createCrew } from './crew.ts'
import { openStore } from './findings-store.ts'
import { measure, traceAll } from './measure.ts'
import { countedFiles, uniquePage } from './unique-page.ts'
import { allVariants, nameOf } from './variant.ts'

/** What must count. */
const GOAL = 150
const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url))

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    file: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    trust: { type: 'boolean', default: false },
    known: { type: 'boolean', default: false },
  },
})
const { only = '', file = '' } = values
const all = findScenarioFiles(['.'], SCENARIOS).map((path) => relative(SCENARIOS, path).split(sep).join('/'))
const worker = await bundleWorker()
const crew = createCrew(worker, SCENARIOS, Number(values.jobs))
const measuring = {
  crew,
  store: openStore(values.trust),
  files: all.filter((one) => one.includes(file)),
  say: console.log,
}
const touched = await traceAll(measuring)
const variants = allVariants().filter((variant) => nameOf(variant).includes(only) || variant.kind === only)
const measured = await measure(variants, touched, measuring)
crew.close()
rmSync(worker)
const counted = countedFiles(measured)
if (only !== '' || file !== '') {
  for (const { file: path, by, others } of counted) console.log(`${path}: ${by}, and ${others} others`)
} else writeFileSync(join(SCENARIOS, 'UNIQUE.md'), uniquePage(all, measured, variants))
console.log(`${counted.length} of ${measuring.files.length} files count`)
process.exitCode = counted.length >= GOAL || only !== '' || file !== '' ? 0 : 1
