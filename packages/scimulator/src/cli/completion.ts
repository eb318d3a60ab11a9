import { Argument, type Command } from 'commander'

/** `scimulator completion`; the work is in completion-command.ts, which is loaded only when it is called. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description('print the completion script of your shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh']))
    .addHelpText(
      'after',
      `
Examples:
  $ source <(scimulator completion bash)          in ~/.bashrc
  $ source <(scimulator completion zsh)           in ~/.zshrc, behind compinit`,
    )
    .action(async (shell: 'bash' | 'zsh') => {
      const [{ completionCommand }, { exitWith }] = await Promise.all([
        import('./completion-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => completionCommand(shell, program))
    })
}
