// Follows a guide as its reader would: each line of each `sh` block in order. Whatever starts a server goes on beside the others until
// the next one starts. `# ends with 1` behind a command says how it must end.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Block, blocksOf } from './blocks.ts'
import { still } from './still.ts'

export interface Followed {
  /** Each block of output, with what was printed now. */
  readonly printed: ReadonlyMap<Block, string>
  /** Commands that ended with something else than the guide says. */
  readonly surprises: readonly string[]
}

interface Printed {
  readonly text: string
  readonly code: number | null
}

/** @param folder where the reader begins @param bin what stands for `npx scimulator` */
export async function follow(page: string, folder: string, bin: string): Promise<Followed> {
  const reader = await createReader(folder, bin)
  const [printed, surprises] = [new Map<Block, string>(), [] as string[]]
  let text = ''
  try {
    for (const block of blocksOf(page)) {
      if (block.language === 'text') printed.set(block, still(text, reader.port))
      if (block.language !== 'sh') continue
      for (const line of block.text.trim().split('\n')) {
        const said = await reader.types(line)
        const expected = Number(/# ends with (\d+)$/.exec(line)?.[1] ?? 0)
        if (said.code !== expected) surprises.push(`${line}: ended with ${said.code}\n${said.text}`)
        text = said.text
      }
    }
  } finally {
    await reader.leaves()
  }
  return { printed, surprises }
}

async function createReader(start: string, bin: string) {
  const port = await freePort()
  const env: Record<string, string | undefined> = { ...process.env, NO_COLOR: '1', CI: 'true' }
  let folder = start
  let server: ChildProcess | undefined
  const stopServer = async () => {
    if (server?.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }

  async function types(typed: string): Promise<Printed> {
    const line = typed.replace(/\s+# .*$/, '').replaceAll('3000', String(port))
    const [, into] = /^cd (\S+)$/.exec(line) ?? []
    if (into !== undefined) folder = join(folder, into)
    const [, name, value] = /^export (\w+)=(\S*)$/.exec(line) ?? []
    if (name !== undefined) env[name] = value
    if (into !== undefined || name !== undefined) return { text: '', code: 0 }
    const command = line.replace(/^npx scimulator\b/, `"${process.execPath}" "${bin}"`)
    if (!line.startsWith('node server.mjs')) return run(command, folder, env)
    await stopServer()
    server = spawn(`exec ${command}`, { shell: true, cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
    return { text: await untilListening(server), code: 0 }
  }

  return { port, types, leaves: stopServer }
}

async function run(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Printed> {
  const child = spawn(command, { shell: true, cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { text: text === '' ? complaint : text, code }
}

function untilListening(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (/^SCIM at .*\n/m.test(text)) resolve(text)
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened: ${text}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
