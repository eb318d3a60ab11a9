import { parseArgs } from 'node:util'

/** The oldest Node.js that `engines` admits, and the newest of each other line that Node.js maintains. */
const LOWEST = '20.19.0'
const LINES = [LOWEST, '22', '24']

/** What is run under each Node.js: npm's arguments, in this order. */
export const PARTS = {
  unit: ['run', '--silent', 'test', '--', '--force', '--output-logs=errors-only'],
  package: ['run', '--silent', 'test:package'],
} as const

export type Part = keyof typeof PARTS

/** Versions as npm's package `node` takes them, and what is run under each. */
export interface Asked {
  readonly versions: readonly string[]
  readonly parts: readonly Part[]
}

export const USAGE = `npm run test:nodes [VERSION…] [unit|package]

  VERSION   a major or more of it: 22, 24.21, 26 (default: ${LINES.join(', ')}); 20 is ${LOWEST}, the lowest`

/**
 * What the arguments ask for. Parts are words, because npm keeps an option without "--" before it for itself, `--only` without a word;
 * behind "--" `--only unit` is understood as well.
 *
 * @throws Error that names the argument, when it is no Node.js that is supported, or no part
 */
export function askedOfNodes(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' } },
    allowPositionals: true,
  })
  const parts = [...positionals.filter(isPart), ...(values.only === undefined ? [] : [partNamed(values.only)])]
  const versions = positionals.filter((one) => !isPart(one)).map(supported)
  return {
    versions: versions.length === 0 ? LINES : [...new Set(versions)],
    parts: parts.length === 0 ? ['unit', 'package'] : [...new Set(parts)],
  }
}

/** What is going to be run, so that nobody waits an hour for what was not asked for. */
export function announced({ versions, parts }: Asked): string {
  return `${parts.join(' and ')} under Node ${versions.join(', ')}`
}

function isPart(text: string): text is Part {
  return text === 'unit' || text === 'package'
}

function partNamed(name: string): Part {
  if (isPart(name)) return name
  throw new Error(`--only is unit or package, not "${name}".`)
}

function supported(text: string): string {
  if (!/^v?\d+(\.\d+){0,2}$/.test(text))
    throw new Error(`"${text}" is no version of Node.js, and neither unit nor package.`)
  const version = text.replace('v', '')
  if (version === '20' || version === '20.19') return LOWEST
  const [major = 0, minor = Number.POSITIVE_INFINITY] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return version
  throw new Error(`Node.js ${version} is older than ${LOWEST}, the lowest that is supported.`)
}

/** The version as people are told it; the end of maintenance is that of nodejs/Release, schedule.json. */
export function namedNode(version: string): string {
  return `Node ${version}${/^v?20\./.test(version) ? ' (out of maintenance since 2026-04-30)' : ''}`
}
