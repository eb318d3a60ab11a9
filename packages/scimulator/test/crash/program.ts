/** A real `scimulator … up` in a process of its own, which can be killed at any moment. */

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** What a control answers for one item of a view. */
export interface Item {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

export interface Program {
  readonly pid: number
  /** Origin of the program's server. */
  readonly url: string
  /** What it has printed so far. */
  output(): string
  /** What it has said on standard error so far. */
  notices(): string
  /** Sends a request; rejects when the program is gone. */
  ask(path: string, method?: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  verb(name: string, input?: object): Promise<unknown>
  view(name: string): Promise<readonly Item[]>
  /** SIGKILL; resolves when the process is gone. @throws Error when it had ended by itself */
  kill(): Promise<void>
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The installed command, or else one bundle of plain JavaScript: a program starts in a fraction of a second. @returns the file to run */
export async function bundleCommand(home: string): Promise<string> {
  const installed = process.env.SCIMULATOR_BIN
  if (installed !== undefined) return installed
  const entry = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const banner =
    "import { createRequire as scimulatorRequire } from 'node:module';const require = scimulatorRequire(import.meta.url);"
  await build({
    entryPoints: { scimulator: entry },
    outdir: join(home, 'bundle'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    logLevel: 'error',
    banner: { js: banner },
  })
  return join(home, 'bundle', 'scimulator.mjs')
}

/** What a crash has left is told at the next start, and is no complaint. */
function complaintsIn(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/was cut off by a crash|was left by a crash/.test(line))
    .join('\n')
}

/**
 * Starts a program and waits until it says where it listens.
 *
 * @param flags of Node itself
 * @throws Error with what it complained of instead
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<Program> {
  const child = spawn(process.execPath, [...flags, command, ...args], { env: { ...process.env, NO_COLOR: '1' } })
  let [out, err] = ['', '']
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  child.stderr.on('data', (text) => {
    err += text
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      out += text
      const found = /at (http:\/\/[^\s/]+)/.exec(out)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(({ code }) => reject(new Error(`${args.join(' ')} ended with ${code}: ${err}`)))
  })
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    const how = await ended
    if (complaintsIn(err) !== '' || (signal === 'SIGKILL') !== (how.signal === 'SIGKILL'))
      throw new Error(`${args.join(' ')} ended by itself, or complained: ${how.code} ${err}`)
    return how.code
  }
  return {
    pid: child.pid ?? 0,
    url,
    output: () => out,
    notices: () => err,
    ...clientOf(url),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** `scimulator` with these arguments, to its end. */
export async function runCommand(command: string, args: readonly string[]) {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, NO_COLOR: '1' } })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    err += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

function clientOf(url: string): Pick<Program, 'ask' | 'verb' | 'view'> {
  const ask: Program['ask'] = async (path, method = 'GET', body = undefined, headers = {}) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    const all = { 'content-type': 'application/json', ...headers }
    const response = await fetch(`${url}${path}`, { method, headers: all, ...content })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    ask,
    async verb(name, input = {}) {
      const { status, body } = await ask(`/_scimulator/verbs/${name}`, 'POST', input)
      if (status !== 200) throw new Refused(`${name} answers ${status}: ${JSON.stringify(body)}`)
      // The control server wraps what a verb returns.
      return (body as { result: unknown }).result
    },
    async view(name) {
      const items: Item[] = []
      for (;;) {
        const { status, body } = await ask(`/_scimulator/views/${name}?limit=1000&offset=${items.length}`)
        if (status !== 200) throw new Refused(`the view ${name} answers ${status}: ${JSON.stringify(body)}`)
        // The form of every view.
        const page = body as { readonly items: readonly Item[]; readonly total: number }
        items.push(...page.items)
        if (items.length >= page.total || page.items.length === 0) return items
      }
    },
  }
}

/** The program is there and says no; that is never what a load asks for. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Repeats the acts side by side, kills the program in the middle of them, and resolves when all have noticed. */
export async function killUnderLoad(
  program: Program,
  afterMs: number,
  acts: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const loops = acts.map(async (act) => {
    for (;;) {
      try {
        await act()
      } catch (error) {
        // Anything else is a connection that broke, and the end of the load.
        if (error instanceof Refused) throw error
        return
      }
    }
  })
  await Promise.race([delay(afterMs), ...loops])
  await program.kill()
  await Promise.all(loops)
}
