import type { Command } from 'commander'
import { EXIT, print } from './output.ts'

/** Prints a script that is made from the commands themselves; nothing is asked of them while somebody types. */
export async function completionCommand(shell: 'bash' | 'zsh', program: Command): Promise<number> {
  print(shell === 'bash' ? bashScript(program) : `autoload -U +X bashcompinit && bashcompinit\n${bashScript(program)}`)
  return EXIT.passed
}

/** zsh reads the same script, with bash's own commands made available. */
function bashScript(program: Command): string {
  const known = wordsOf(program, program.name())
  const paths = known.map(({ path }) => JSON.stringify(path)).slice(1)
  const cases = known.map(({ path, words }) => `    ${JSON.stringify(path)}) words="${words.join(' ')}" ;;`)
  const values = known.flatMap(({ path, values }) =>
    values.map(([option, some]) => `    ${JSON.stringify(`${path} ${option}`)}) words="${some.join(' ')}" ;;`),
  )
  return `# Commands and options of scimulator. Where no word fits, names of files are completed.
_scimulator() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="scimulator" words="" at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$path \${COMP_WORDS[at]}" in
      ${paths.join(' | ')}) path="$path \${COMP_WORDS[at]}" ;;
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  case "$path \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _scimulator scimulator`
}

interface Words {
  readonly path: string
  readonly words: readonly string[]
  /** What may be said behind an option. */
  readonly values: readonly (readonly [option: string, words: readonly string[]])[]
}

/** Of a command and of all below it: names of commands, options, and what may be said in an argument's place. */
function wordsOf(command: Command, path: string): readonly Words[] {
  const names = command.commands.map((one) => one.name())
  const options = command.options.flatMap(({ long }) => long ?? [])
  const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? [])
  const values = command.options.flatMap(({ long, argChoices }) =>
    long && argChoices ? [[long, argChoices] as const] : [],
  )
  const below = command.commands.flatMap((one) => wordsOf(one, `${path} ${one.name()}`))
  return [{ path, words: [...names, ...choices, ...options, '--help'], values }, ...below]
}
