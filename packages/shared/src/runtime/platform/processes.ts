import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What is asked of the system; another one is put in its place by tests. */
export interface Processes {
  readonly platform: NodeJS.Platform
  kill(pid: number, signal: NodeJS.Signals | 0): void
  /** Runs a program to its end, without output. */
  run(program: string, args: readonly string[]): void
  readText(path: string): string
}

const HERE: Processes = {
  platform: process.platform,
  kill: (pid, signal) => void process.kill(pid, signal),
  run: (program, args) => void spawnSync(program, args, { stdio: 'ignore' }),
  readText: (path) => readFileSync(path, 'latin1'),
}

export function isProcessRunning(pid: number, { kill }: Pick<Processes, 'kill'> = HERE): boolean {
  try {
    kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A text that tells a process from a later one with the same pid: ticks since boot at which it began (proc(5), field 22 of stat) with the
 * boot's own id. Empty where there is no /proc.
 */
export function processStart(pid: number, { readText }: Pick<Processes, 'readText'> = HERE): string {
  try {
    const stat = readText(`/proc/${pid}/stat`)
    const boot = readText('/proc/sys/kernel/random/boot_id').trim()
    // The command name is in brackets and may contain anything; the fields are counted after the last bracket.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
  } catch {
    return ''
  }
}

export interface ShellOptions {
  readonly stdio?: 'ignore' | readonly ('ignore' | 'pipe')[]
  /** Milliseconds after which it is ended. */
  readonly timeout?: number
  /** With a group of its own it does not hear Ctrl-C of this terminal, and `endGroup` ends it with all that it has started. */
  readonly ownGroup?: boolean
}

/** Starts a command line in the system's shell: sh, or cmd on Windows, where there are no groups. */
export function startInShell(
  command: string,
  { stdio = 'ignore', timeout, ownGroup = false }: ShellOptions = {},
  platform: NodeJS.Platform = process.platform,
): ChildProcess {
  return spawn(command, {
    shell: true,
    detached: ownGroup && platform !== 'win32',
    windowsHide: true,
    stdio: typeof stdio === 'string' ? stdio : [...stdio],
    ...(timeout === undefined ? {} : { timeout }),
  })
}

/** Ends a child and everything that it has started. One that is gone already is fine. */
export function endGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL', system: Processes = HERE): void {
  if (system.platform === 'win32') {
    system.run('taskkill', ['/pid', String(pid), '/T', '/F'])
    return
  }
  try {
    system.kill(-pid, signal)
  } catch {
    // Nothing of the group is left.
  }
}
