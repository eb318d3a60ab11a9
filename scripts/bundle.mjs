// Bundles the `scimulator` command into one file, so that it starts in a fraction of a second. Runs as npm's `prepare`.
import { existsSync } from 'node:fs'
import { build } from 'esbuild'

const entry = 'packages/scimulator/src/cli/main.ts'
if (!existsSync(entry)) process.exit(0)

await build({
  entryPoints: { scimulator: entry },
  outdir: 'packages/scimulator/dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as scimulatorRequire } from 'node:module';const require = scimulatorRequire(import.meta.url);",
  },
})
