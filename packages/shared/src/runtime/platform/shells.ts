// One word of a command line, for the shell that a person has open.

export const SHELLS = ['posix', 'powershell', 'cmd'] as const
export type Shell = (typeof SHELLS)[number]

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The shell that most likely is open. Windows does not say; a prompt stands in the environment of cmd alone, and PowerShell 7 names its
 * channel. Elsewhere people have a shell in which POSIX quotes work.
 */
export function shellOf(platform: NodeJS.Platform = process.platform, env: Environment = process.env): Shell {
  if (platform !== 'win32') return 'posix'
  // Git for Windows and MSYS2 set both.
  if (env.MSYSTEM !== undefined || /[/\\](ba|z)?sh(\.exe)?$/.test(env.SHELL ?? '')) return 'posix'
  return env.PROMPT === undefined || env.POWERSHELL_DISTRIBUTION_CHANNEL !== undefined ? 'powershell' : 'cmd'
}

/** The shell that `startInShell` starts, whatever a person has open. */
export function systemShell(platform: NodeJS.Platform = process.platform): Shell {
  return platform === 'win32' ? 'cmd' : 'posix'
}

/**
 * A text as one word that the shell hands on as it is; in cmd without its carriage returns.
 * @throws RangeError for a NUL, which no command line can hold
 */
export function quoted(text: string, shell: Shell): string {
  if (text.includes('\0')) throw new RangeError('No command line can hold a NUL')
  return QUOTING[shell](text)
}

const QUOTING: Readonly<Record<Shell, (text: string) => string>> = {
  posix: (text) => `'${text.replaceAll("'", `'\\''`)}'`,
  // All but plain ASCII by number: a console may change what is pasted, and PowerShell takes typographic quotes for straight ones.
  powershell: (text) =>
    `"${text.replace(/[`$"]/g, '`$&').replace(/[^\x20-\x7E]/g, (unit) => `$([char]${unit.charCodeAt(0)})`)}"`,
  cmd: cmdWord,
}

/**
 * Read twice. The program's C runtime wants a backslash before a quote, and backslashes before a quote doubled. cmd must not see a quoted
 * word, because `%` begins a variable in one too; so each character that it knows gets a caret, the quotes as well. A line break is told
 * by a caret and two line feeds.
 */
function cmdWord(text: string): string {
  const forProgram = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`
  return forProgram
    .replace(/[()%!^"<>&|]/g, '^$&')
    .replace(/\r*\n/g, '^\n\n')
    .replaceAll('\r', '')
}

/** A word that ends with the value of an environment variable: `Authorization: Bearer …`. */
export function quotedWithVariable(before: string, variable: string, shell: Shell): string {
  if (!/^[A-Za-z0-9:, =-]*$/.test(before)) throw new RangeError(`"${before}" needs quotes of its own`)
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) throw new RangeError(`"${variable}" is no name of a variable`)
  const value = { posix: `$${variable}`, powershell: `$env:${variable}`, cmd: `%${variable}%` }[shell]
  return `"${before}${value}"`
}
