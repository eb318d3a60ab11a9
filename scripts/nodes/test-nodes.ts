// `npm run test:nodes`: the tests, and the package as users install it, under each Node.js that is supported. The binaries are those of npm's
// package `node`; the first run downloads them. Exit code 1: something fails under one of them; 2: one of them could not be had.
import { spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { announced, askedOfNodes, namedNode, PARTS, USAGE } from './asked-of-nodes.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const shell = process.platform === 'win32'

/** What became of one part under one Node.js. */
interface Row {
  readonly node: string
  readonly part: string
  readonly said: 'passes' | 'FAILS' | 'NOT TRIED'
}

try {
  const asked = askedOfNodes(process.argv.slice(2))
  const { versions, parts } = asked
  console.log(announced(asked))
  const rows = versions.flatMap((version) => tryNode(version, parts))
  console.log(`\n${rows.map(({ node, part, said }) => `${said.padEnd(9)}  ${node}: ${part}`).join('\n')}`)
  if (rows.some(({ said }) => said === 'FAILS')) process.exitCode = 1
  else if (rows.some(({ said }) => said === 'NOT TRIED')) process.exitCode = 2
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 2
}

function tryNode(asked: string, parts: readonly (keyof typeof PARTS)[]): Row[] {
  const env = withNode(asked)
  // As npm starts it, because npm starts the tests: were it another one, everything below would be about that.
  const version = env && output('npm', ['exec', '--call', 'node --version'], env)
  if (!env || !version || !`${version}.`.startsWith(`v${asked}.`)) {
    console.error(`\nNode ${asked} could not be had from npm's package "node", or is not the one that npm starts.`)
    return parts.map((part) => ({ node: namedNode(asked), part, said: 'NOT TRIED' }))
  }
  return parts.map((part) => {
    const node = namedNode(version.slice(1))
    console.log(`\n${node}: npm ${PARTS[part].join(' ')}`)
    const { status } = spawnSync('npm', PARTS[part], { cwd: ROOT, env, shell, stdio: 'inherit' })
    return { node, part, said: status === 0 ? 'passes' : 'FAILS' }
  })
}

/** This environment with a Node.js of that version before all others. */
function withNode(version: string): NodeJS.ProcessEnv | undefined {
  const binary = output('npx', ['--yes', '--package', `node@${version}`, '--call', 'node --print process.execPath'])
  if (!binary) return undefined
  const PATH = `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}`
  return { ...process.env, PATH, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
}

/** The last line that a command prints, or nothing when it fails. */
function output(command: string, args: readonly string[], env = process.env): string | undefined {
  const { status, stdout } = spawnSync(command, args, { cwd: ROOT, env, shell, encoding: 'utf8' })
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined
}
