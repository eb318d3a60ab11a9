import type { Views } from '../source/source.ts'

type Exchange = Pick<Views['world.traffic'], 'method' | 'url' | 'request'>

/** What says itself, or what curl works out. */
const LEFT_OUT: ReadonlySet<string> = new Set(['host', 'content-length', 'connection', 'transfer-encoding'])

/** How a shell writes a text so that the program gets it as it is. */
interface Shell {
  readonly program: string
  readonly quoted: (text: string) => string
  /** The header with the token, which comes from `SCIM_TOKEN`, because none is kept. */
  readonly authorization: string
  /** At the end of a line that goes on. */
  readonly goesOn: string
  readonly before?: string
}

const SHELLS = {
  posix: { program: 'curl', quoted, authorization: '"Authorization: Bearer $SCIM_TOKEN"', goesOn: '\\' },
  powershell: {
    program: 'curl.exe',
    quoted: powerShellQuoted,
    authorization: '"Authorization: Bearer $env:SCIM_TOKEN"',
    goesOn: '`',
    // Else newer and older versions hand quotes on differently.
    before: "$PSNativeCommandArgumentPassing = 'Legacy'",
  },
  cmd: { program: 'curl', quoted: cmdQuoted, authorization: '"Authorization: Bearer %SCIM_TOKEN%"', goesOn: '^' },
} satisfies Record<string, Shell>

export type ShellName = keyof typeof SHELLS

/** A command for a shell that sends the same request. */
export function curlOf({ method, url, request }: Exchange, name: ShellName = 'posix'): string {
  const shell: Shell = SHELLS[name]
  const headers = (request?.headers ?? []).filter(([header]) => !LEFT_OUT.has(header.toLowerCase()))
  const parts = [
    // Brackets and braces would be a pattern of curl's.
    `${shell.program} -i -X ${method} ${/[[\]{}]/.test(url) ? '--globoff ' : ''}${shell.quoted(url)}`,
    ...headers.map(([header, value]) =>
      header.toLowerCase() === 'authorization'
        ? `-H ${shell.authorization}`
        : `-H ${shell.quoted(`${header}: ${value}`)}`,
    ),
    ...(request?.body ? [`--data-raw ${shell.quoted(request.body)}`] : []),
  ]
  return [...(shell.before === undefined ? [] : [shell.before]), parts.join(` ${shell.goesOn}\n  `)].join('\n')
}

/** For POSIX shells. In single quotes nothing has a meaning but the quote itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/**
 * In PowerShell single quotes keep everything but themselves; the program on Windows then reads its command line by rules of its own, by
 * which a quote, and backslashes before it, are escaped. Letters beyond ASCII are written as JSON escapes: code pages differ.
 */
function powerShellQuoted(text: string): string {
  return `'${windowsEscaped(text).replaceAll("'", "''")}'`
}

/** In cmd every character with a meaning is escaped with a caret, quotes too, so that the shell sees no quoted text at all. */
function cmdQuoted(text: string): string {
  const escaped = windowsEscaped(text)
    .replace(/[^a-zA-Z0-9\s_\-:=+~/.',?;*%]/g, '^$&')
    .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
    .replace(/\r?\n/g, '^\n\n')
  return `^"${escaped}^"`
}

function windowsEscaped(text: string): string {
  return text
    .replace(/(\\*)"/g, '$1$1\\"')
    .replace(/(\\+)$/, '$1$1')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
