// Bundles the `scimulator` command of the clone, so that it starts in a fraction of a second. Runs as npm's `prepare`.
import { build } from 'esbuild'
import { COMMON } from './esbuild-options.ts'
import { PACKAGE } from './folders.ts'

await build({
  ...COMMON,
  absWorkingDir: PACKAGE,
  entryPoints: { scimulator: 'src/cli/main.ts' },
  outdir: 'dist',
  sourcemap: 'linked',
  sourcesContent: false,
})
