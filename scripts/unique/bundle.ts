// The harness with its programs as one file, in which every mutant is there and off, and switches, deviations and rules are asked for.
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { seeded } from './mutants/mutant.ts'
import { MUTANTS } from './mutants/mutants.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const CACHE = join(ROOT, 'node_modules/.cache/unique')

/** Places where the worker's hooks are asked, in whatever run. */
const ASKED: readonly { readonly file: string; readonly right: string; readonly wrong: string }[] = [
  {
    file: 'shared/src/behaviour/switch.ts',
    right: 'Object.fromEntries(resolved)',
    wrong: '__unique.switches(Object.fromEntries(resolved))',
  },
  {
    file: 'receiver/src/deviations/deviation-board.ts',
    right: '[...new Map(settings.map((setting) => [setting.name, setting])).values()]',
    wrong: '__unique.deviations([...new Map(settings.map((setting) => [setting.name, setting])).values()])',
  },
  { file: 'receiver/src/receiver.ts', right: 'rulesOff = new Set(),', wrong: 'rulesOff = __unique.rulesOff(),' },
]

/** @returns the path of the worker */
export async function bundleWorker(): Promise<string> {
  const outfile = join(CACHE, `worker-${process.pid}.mjs`)
  await build({
    entryPoints: [join(ROOT, 'scripts/unique/worker.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' },
    plugins: [OURS_ALONE, SEEDS],
  })
  return outfile
}

/** What stands in node_modules is loaded from there. */
const OURS_ALONE: Plugin = {
  name: 'ours-alone',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@scimulator/') ? undefined : { path, external: true },
    )
  },
}

const SEEDS: Plugin = {
  name: 'seeds',
  setup({ onLoad }) {
    const files = new Set([...MUTANTS, ...ASKED].map(({ file }) => file))
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = relative(join(ROOT, 'packages'), path).split(sep).join('/')
      return files.has(file) ? { contents: seededFile(file, readFileSync(path, 'utf8')), loader: 'ts' } : undefined
    })
  },
}

function seededFile(file: string, text: string): string {
  const seeds = seeded(
    text,
    MUTANTS.filter((one) => one.file === file),
  )
  return ASKED.filter((one) => one.file === file).reduce(
    (sum, { right, wrong }) => sum.replace(right, () => wrong),
    seeds,
  )
}
