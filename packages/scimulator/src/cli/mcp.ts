import type { Command } from 'commander'
import type { McpArguments } from './mcp-command.ts'
import { addTargetFlags } from './target-flags.ts'

/** `scimulator mcp`; the work is in mcp-command.ts, which is loaded only when it is called. */
export function registerMcp(program: Command): void {
  const command = program
    .command('mcp')
    .description('tools for coding agents over the Model Context Protocol (standard input and output)')
  addTargetFlags(command)
    .addHelpText(
      'after',
      `
Tools: test_endpoint, rerun_finding, explain_person, look_at_directory.
Without --target any endpoint on this machine may be tested; with it, that one alone. An endpoint on another
machine needs --target and --i-own-this-target here: no model can say so.

Examples:
  $ scimulator mcp --token-env TOKEN
  in an agent's settings:
    { "mcpServers": { "scimulator": {
      "command": "npx", "args": ["scimulator", "mcp", "--token-env", "TOKEN"] } } }`,
    )
    .action(async (options: McpArguments) => {
      const [{ mcpCommand }, { exitWith }] = await Promise.all([import('./mcp-command.ts'), import('./output.ts')])
      await exitWith(() => mcpCommand(options))
    })
}
