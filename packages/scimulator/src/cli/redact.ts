import type { Command } from 'commander'
import type { RedactArguments } from './redact-command.ts'

/** `scimulator redact`; the work is in redact-command.ts, which is loaded only when it is called. */
export function registerRedact(program: Command): void {
  program
    .command('redact <file>')
    .description('remove the people from a recording that was made with --keep-personal-data')
    .option('--out <file>', 'where to write it (default: standard output)')
    .action(async (file: string, options: RedactArguments) => {
      const [{ redactCommand }, { exitWith }] = await Promise.all([
        import('./redact-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => redactCommand(file, options))
    })
}
