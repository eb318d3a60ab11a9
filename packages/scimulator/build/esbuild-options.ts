import type { BuildOptions } from 'esbuild'

/** Packages that were written for `require` find it in an ES module. */
const REQUIRE =
  "import { createRequire as scimulatorRequire } from 'node:module';const require = scimulatorRequire(import.meta.url);"

/** What every bundle of ours has in common: one chunk for what several entries share, and dynamic imports that stay lazy. */
export const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  banner: { js: REQUIRE },
}
