import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createScim, type Scim, TOKEN } from './scim-client.ts'

export const EXAMPLES = join(import.meta.dirname, '..')

export interface Served {
  readonly scim: Scim
  /** Everything that it has printed. */
  readonly output: () => string
  stop(): Promise<number | null>
}

/** Starts an endpoint on a free port and waits for the line that says where it is. Rejects with what it printed when it ends before. */
export async function serve(command: string, args: readonly string[], faults: readonly string[] = []): Promise<Served> {
  const fault = faults.length > 0 ? ['--fault', faults.join(',')] : []
  const child = spawn(command, [...args, '--port', '0', '--token', TOKEN, ...fault], { cwd: EXAMPLES })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const line = /SCIM at (\S+)/.exec(printed)
      if (line?.[1]) resolve(line[1])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${printed}`)))
  })
  return {
    scim: createScim(url),
    output: () => printed,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
