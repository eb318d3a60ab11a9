#!/usr/bin/env node
// The bundle is what people run; from a checkout whose source is newer, or not bundled yet, tsx runs the source.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isBundleFresh } from './bundle-freshness.js'

const bundle = new URL('../dist/scimulator.js', import.meta.url)
const source = new URL('../src/cli/main.ts', import.meta.url)

if (existsSync(bundle) && (!existsSync(source) || isBundleFresh(fileURLToPath(bundle)))) {
  await import(bundle.href)
} else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(source.href)
}
