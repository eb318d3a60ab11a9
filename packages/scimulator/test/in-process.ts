import { vi } from 'vitest'
import { runCli } from '../src/cli/program.ts'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process: what it prints, and the exit code that it sets. */
export async function scimulator(...args: string[]): Promise<Ended> {
  const texts = { out: '', err: '' }
  const capture = (stream: NodeJS.WriteStream, name: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      texts[name] += String(text)
      return true
    })
  const spies = [capture(process.stdout, 'out'), capture(process.stderr, 'err')]
  try {
    await runCli(args)
    return { code: Number(process.exitCode ?? 0), ...texts }
  } finally {
    process.exitCode = undefined
    for (const spy of spies) spy.mockRestore()
  }
}
