import { BadInput } from '@scimulator/harness/scenario'
import { VerbError } from '@scimulator/shared/behaviour'
import { onScreen } from './on-screen.ts'

/**
 * One meaning each, the same in every command. 0 as asked; 1 looked and found something; 2 could not look (usage, file, unreachable,
 * folder in use); 3 our own bug; 4 done, but something of ours is left at the target; 130 and 143 stopped by SIGINT and SIGTERM.
 */
export const EXIT = { passed: 0, failed: 1, badInput: 2, bug: 3, leftovers: 4 } as const

export function print(text: string): void {
  process.stdout.write(`${onScreen(text, process.stdout.isTTY)}\n`)
}

/** Text that ends its own last line. */
export function show(text: string): void {
  process.stdout.write(onScreen(text, process.stdout.isTTY))
}

export function complain(text: string): void {
  process.stderr.write(`${onScreen(text, process.stderr.isTTY)}\n`)
}

/** Runs a command and sets the exit code from what it returns or throws. */
export async function exitWith(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    const isInput = error instanceof BadInput || error instanceof VerbError || isOfItsOwn(error)
    const text = error instanceof Error ? (isInput ? error.message : (error.stack ?? error.message)) : String(error)
    complain(isInput ? text : `This is a bug in Scimulator; please report it with these lines.\n${text}`)
    process.exitCode = isInput ? EXIT.badInput : EXIT.bug
  }
}

/**
 * A port in use (`listen` in shared/http throws plain Errors with a message for people), a data folder that can no longer be written, or
 * an option that a program refuses. The last two are known by their names, so that commands without a program need not load the classes.
 */
function isOfItsOwn(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    error.name === 'StoreStopped' || error.name === 'BadOption' || /^(Port \d+ on|Cannot listen on)/.test(error.message)
  )
}
