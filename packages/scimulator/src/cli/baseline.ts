// Known findings: a file of ids, so that a suite fails on what is new.
import { readFileSync, writeFileSync } from 'node:fs'
import { BadInput } from '@scimulator/harness'
import type { TestResult } from '@scimulator/harness/examine'

/** @throws BadInput when the file is not there or holds something else */
export function readBaseline(file: string): ReadonlySet<string> {
  const value = parsed(file)
  assertKnownVersion(value, file)
  const findings = typeof value === 'object' && value !== null && 'findings' in value ? value.findings : undefined
  if (Array.isArray(findings) && findings.every((id) => typeof id === 'string')) return new Set(findings)
  throw new BadInput(`"${file}" is no baseline. --write-baseline ${file} writes one.`)
}

/** Version of the file's form. */
const VERSION = 1

function assertKnownVersion(value: unknown, file: string): void {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : VERSION
  if (typeof version !== 'number' || version <= VERSION) return
  throw new BadInput(
    `"${file}" is a baseline of version ${version}; this release reads up to version ${VERSION}. Use the release that wrote it, or write it anew: --write-baseline ${file}.`,
  )
}

function parsed(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`There is no file "${file}" (--baseline). --write-baseline ${file} writes it.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function writeBaseline(file: string, { findings, target }: TestResult): void {
  const known = { version: VERSION, target, findings: findings.map(({ id }) => id).sort() }
  writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`)
}
