import type { Command } from 'commander'

/** `scimulator doctor`; the work is in doctor-command.ts, which is loaded only when it is called. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check a data folder and say what it holds')
    .argument('<folder>', 'the folder given to --data, also that of "up"')
    .option('--repair', 'mend a damaged folder: keep all that can be read safely, set the original files aside')
    .addHelpText(
      'after',
      '\nExit codes: 0 sound, 1 damaged or incomplete, 2 no data folder, or in use by a running program.',
    )
    .action(async (folder: string, { repair }: { repair?: boolean }) => {
      const [{ runDoctor, runRepair }, { complain, exitWith, print }] = await Promise.all([
        import('./doctor-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => (repair ? runRepair : runDoctor)(folder, { out: print, err: complain }))
    })
}
