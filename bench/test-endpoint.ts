// `scimulator test` as a process of its own against the Express example in another one: how long it takes until something is said, its own
// CPU, and its requests. It prints figures beside what is aimed at, and judges nothing.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EXPRESS_TOKEN } from './express-endpoint.ts'

// Plain JavaScript without types of its own: it decides before anything is loaded.
const FRESHNESS = new URL('../packages/scimulator/bin/bundle-freshness.js', import.meta.url).href
const { isBundleFresh } = (await import(FRESHNESS)) as { isBundleFresh(bundle: string): boolean }

const COMMAND = fileURLToPath(new URL('../packages/scimulator/bin/scimulator.js', import.meta.url))
const BUNDLE = fileURLToPath(new URL('../packages/scimulator/dist/scimulator.js', import.meta.url))

interface Case {
  readonly name: string
  readonly faults?: string
  readonly delayMs?: number
  readonly args?: readonly string[]
  readonly aim: string
}

const CASES: readonly Case[] = [
  { name: 'first finding, of a path that is wrong', faults: 'wrong-path', aim: '3 s' },
  { name: 'of a fault that is answered well', faults: 'string-false-is-true', aim: 'first said within 3 s' },
  { name: 'of three', faults: 'user-name-fixed,put-merges,rename-empties-group', aim: 'first said within 3 s' },
  { name: 'one finding again', faults: 'put-merges', args: ['--finding', 'put-merges'], aim: '2 s' },
  { name: 'verdict on a correct endpoint', aim: '15 s, 5 s of CPU, 2,500 requests' },
  { name: 'the same at 100 ms an answer', delayMs: 100, aim: '90 s' },
]

/** A line for each case. */
export async function* figures(): AsyncGenerator<string> {
  const isBundled = existsSync(BUNDLE) && isBundleFresh(BUNDLE)
  yield `test, ${isBundled ? 'from the bundle that is published' : 'from source by tsx, whose start costs 2 s: npm run prepare bundles it'}`
  for (const one of CASES) yield await figure(one)
}

async function figure({ name, faults = '', delayMs = 0, args = [], aim }: Case): Promise<string> {
  const file = fileURLToPath(new URL('./express-endpoint.ts', import.meta.url))
  const endpoint = fork(file, ['serve', faults, String(delayMs)], { execArgv: ['--import', 'tsx'] })
  try {
    const url = await urlOf(endpoint)
    const { seconds, cpu, said, first } = await run(['test', url, '--token-env', 'TOKEN', ...args])
    const requests = /([\d,]+) requests? in/.exec(said)?.[1] ?? '?'
    const found = [...said.matchAll(/^\(\d+\) .*\[([\w-]+)\]/gm)].map(([, id]) => id)
    const findings = found.length === 0 ? 'no finding' : found.join(', ')
    const sooner = first === undefined ? '' : `first said after ${first.toFixed(1)} s, `
    return `${name}: ${sooner}${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${requests} requests, ${findings}  [target: ${aim}]`
  } finally {
    endpoint.kill()
  }
}

function urlOf(endpoint: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    endpoint.once('error', reject)
    // tsx talks over the same channel.
    endpoint.on('message', (said: object) => 'url' in said && resolve(String(said.url)))
  })
}

interface Ran {
  readonly seconds: number
  readonly cpu: number
  readonly said: string
  /** Seconds until a finding stood on the screen, before the verdict. */
  readonly first?: number
}

/** With its own CPU, which it tells at its end. */
async function run(args: readonly string[]): Promise<Ran> {
  const tell = "process.on('exit', () => process.send(process.cpuUsage()))"
  const code = `data:text/javascript,${encodeURIComponent(tell)}`
  // A log of CI would hear of nothing before the verdict.
  const env = { ...process.env, CI: '', TOKEN: EXPRESS_TOKEN }
  const startedAt = performance.now()
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
  const child = spawn(process.execPath, ['--import', code, COMMAND, ...args], { env, stdio: [...stdio] })
  const parts: string[] = []
  let cpu = 0
  child.stdout?.on('data', (part) => parts.push(String(part)))
  let first: number | undefined
  child.stderr?.on('data', (part) => {
    if (/\[[\w-]+\]\n/.test(String(part))) first ??= (performance.now() - startedAt) / 1000
  })
  child.on('message', ({ user = 0, system = 0 }: Partial<NodeJS.CpuUsage>) => {
    cpu = (user + system) / 1e6
  })
  await new Promise((resolve) => child.once('close', resolve))
  const said = parts.join('')
  return { seconds: (performance.now() - startedAt) / 1_000, cpu, said, ...(first === undefined ? {} : { first }) }
}
