import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type RecordedExchange, toHar } from '@scimulator/shared/http'
import { fileName } from '@scimulator/shared/platform'
import { seen } from '@scimulator/shared/runtime'
import { junitXml } from './junit.ts'
import type { RunResult, ScenarioResult } from './result.ts'
import { runCases } from './run-cases.ts'

/** What one scenario leaves behind for files. */
export interface Recorded {
  readonly result: ScenarioResult
  transcript(): string
  readonly exchanges: readonly RecordedExchange[]
}

export interface ArtefactPaths {
  /** File of the versioned JSON result. */
  readonly json?: string
  readonly junit?: string
  /** Folder of canonical transcripts, one per scenario. */
  readonly transcripts?: string
  /** Folder of HTTP archives, one per scenario; on standard output one of all. */
  readonly har?: string
}

/** Writes the files that were asked for; folders are made, and `-` is standard output. Everything handed in is redacted already. */
export function writeArtefacts(
  run: RunResult,
  recorded: readonly Recorded[],
  paths: ArtefactPaths,
  version: string,
): void {
  if (paths.json !== undefined) write(paths.json, `${JSON.stringify(run, null, 2)}\n`)
  if (paths.junit !== undefined) write(paths.junit, junitXml(runCases(run)))
  const archive = (exchanges: readonly RecordedExchange[]): string =>
    `${JSON.stringify(toHar(exchanges, version), null, 2)}\n`
  if (paths.har === STANDARD_OUTPUT) write(paths.har, archive(recorded.flatMap(({ exchanges }) => exchanges)))
  for (const { result, transcript, exchanges } of recorded) {
    const name = artefactName(result)
    if (paths.transcripts !== undefined) write(join(paths.transcripts, `${name}.txt`), transcript())
    if (paths.har !== undefined && paths.har !== STANDARD_OUTPUT)
      write(join(paths.har, `${name}.har`), archive(exchanges))
  }
}

const STANDARD_OUTPUT = '-'

/** `entra/help-page.dialect-legacy` for `scenarios/entra/help-page.yaml`: stable from run to run. */
export function artefactName({ file, combination }: Pick<ScenarioResult, 'file' | 'combination'>): string {
  const base = file
    .replace(/\.ya?ml$/, '')
    .replace(/^(\.\.\/)+/, '')
    .replace(/^(.*\/)?scenarios\//, '')
    .split('/')
    .map(fileName)
    .join('/')
  const suffix = combination.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return suffix === '' ? base : `${base}.${suffix}`
}

function write(path: string, text: string): void {
  if (path === STANDARD_OUTPUT) {
    // A program reads it as it is; a terminal would obey it.
    process.stdout.write(process.stdout.isTTY ? seen(text) : text)
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
