import type { Command } from 'commander'

/** `scimulator data`; the work is in a file for each, which is loaded only when it is called. */
export function registerData(program: Command): void {
  const command = program.command('data').description('back up and restore what --data keeps, even while it is in use')
  registerBackup(command)
  registerRestore(command)
}

function registerBackup(command: Command): void {
  command
    .command('backup')
    .description('copy a data folder, also while its programs run: all that was acknowledged before is in the copy')
    .argument('<folder>', 'the folder given to --data')
    .argument('<backup>', 'where the copy goes: a folder that does not exist, or is empty')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator data backup ./world ./backups/monday
  $ scimulator doctor ./backups/monday       it is a data folder like any other

Every line of the copy is read again before it takes its name.
Exit codes: 0 copied; 1 the folder is damaged; 2 there is no data, or the copy has no place.`,
    )
    .action(async (folder: string, backup: string) => {
      const [{ backupCommand }, { exitWith }] = await Promise.all([
        import('./data/backup-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => backupCommand(folder, backup))
    })
}

function registerRestore(command: Command): void {
  command
    .command('restore')
    .description('put a backup back as a data folder')
    .argument('<backup>', 'what "data backup" has made, or another copy of a data folder')
    .argument('<folder>', 'the folder to give to --data')
    .option('--replace', 'where the folder has data: set it aside beside it, as FOLDER.before-restore-1')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator data restore ./backups/monday ./world
  $ scimulator data restore ./backups/monday ./world --replace

The backup stays as it is, and nothing is deleted. A folder that a running program has open is refused.
Exit codes: 0 restored; 1 the backup is damaged; 2 there is no backup, or the folder is in use or has data.`,
    )
    .action(async (backup: string, folder: string, { replace = false }: { replace?: boolean }) => {
      const [{ restoreCommand }, { exitWith }] = await Promise.all([
        import('./data/restore-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => restoreCommand(backup, folder, replace))
    })
}
