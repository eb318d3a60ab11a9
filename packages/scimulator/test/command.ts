import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'

/** The command that tests start: an installed one where the gate has packed and installed it, the clone's otherwise. */
export const BIN = process.env.SCIMULATOR_BIN ?? join(import.meta.dirname, '../bin/scimulator.js')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Started {
  readonly child: ChildProcess
  /** The first line on standard output, or what was said on standard error when the command ended without one. */
  readonly firstLine: Promise<string>
  readonly ended: Promise<Ended>
}

/** Starts `scimulator` in a process of its own; the caller ends it. */
export function startCommand(args: readonly string[], options: SpawnOptions = {}): Started {
  const env = { ...process.env, NO_COLOR: '1', ...options.env }
  const child = spawn(process.execPath, [BIN, ...args], { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  const ended = new Promise<Ended>((resolve) => {
    child.stderr?.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })
  const firstLine = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')))
    })
    child.on('close', () => resolve(err))
  })
  return { child, firstLine, ended }
}
