import type { Command } from 'commander'
import type { SchemaArguments } from './schema-command.ts'

export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .option(
      '--out <folder>',
      'write the schemas of scenarios, companies and scimulator.config.yaml into a folder instead',
    )
    .option('--reference <file>', 'write the page of all verbs and views instead')
    .addHelpText(
      'after',
      '\nExample:\n  $ scimulator schema --out scenarios/schema --reference docs/reference/verbs.md',
    )
    .action(async (options: SchemaArguments) => {
      const [{ schemaCommand }, { exitWith }] = await Promise.all([
        import('./schema-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => schemaCommand(options))
    })
}
