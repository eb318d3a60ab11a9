import type { Command } from 'commander'

export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .option('--out <folder>', 'write the schemas of scenarios and companies into a folder instead')
    .addHelpText('after', '\nExample:\n  $ scimulator schema --out scenarios/schema')
    .action(async (options: { out?: string }) => {
      const [{ schemaCommand }, { exitWith }] = await Promise.all([
        import('./schema-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => schemaCommand(options.out))
    })
}
