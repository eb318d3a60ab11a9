// A request as a command that sends it again: "Copy as curl", in PowerShell as Invoke-WebRequest, as browsers do it.
import { quoted, quotedWithVariable, type Shell, shellOf } from './shells.ts'

export interface CopiedRequest {
  readonly method: string
  readonly url: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string | undefined
}

/**
 * Credentials are not among it: the token is taken from the environment variable. The body is the same bytes in a POSIX shell and in
 * PowerShell. In cmd JSON is the same value: other characters than ASCII are escaped in it, and line breaks are spaces.
 */
export function copiedRequest(request: CopiedRequest, tokenVariable: string, shell: Shell = shellOf()): string {
  return shell === 'powershell' ? invokeWebRequest(request, tokenVariable) : curl(request, tokenVariable, shell)
}

function curl({ method, url, headers = [], body }: CopiedRequest, tokenVariable: string, shell: Shell): string {
  const told = headers.flatMap(([name, value]) => ['-H', headerWord(name, value, tokenVariable, shell)])
  const data = body === undefined ? [] : ['--data-raw', quoted(shell === 'cmd' ? asciiJson(body) : body, shell)]
  // Brackets and braces would be a pattern of curl's.
  const globbing = /[[\]{}]/.test(url) ? ['--globoff'] : []
  return ['curl', '-X', method, ...globbing, quoted(url, shell), ...told, ...data].join(' ')
}

function headerWord(name: string, value: string, tokenVariable: string, shell: Shell): string {
  return isCredential(name)
    ? quotedWithVariable(`${name}: Bearer `, tokenVariable, shell)
    : quoted(`${name}: ${value}`, shell)
}

/** In Windows PowerShell 5.1 arguments of programs lose their double quotes, so that curl.exe gets no JSON; its own command has no such trouble. */
function invokeWebRequest({ method, url, headers = [], body }: CopiedRequest, tokenVariable: string): string {
  const word = (text: string): string => quoted(text, 'powershell')
  const isType = ([name]: readonly [string, string]): boolean => /^content-type$/i.test(name)
  const told = headers.filter((header) => !isType(header) && !/^content-length$/i.test(header[0]))
  const pairs = told.map(([name, value]) => {
    const shown = isCredential(name) ? quotedWithVariable('Bearer ', tokenVariable, 'powershell') : word(value)
    return `${word(name)} = ${shown}`
  })
  return [
    `Invoke-WebRequest -UseBasicParsing -Method ${method} -Uri ${word(url)}`,
    ...(pairs.length === 0 ? [] : [`-Headers @{ ${pairs.join('; ')} }`]),
    ...headers.filter(isType).map(([, value]) => `-ContentType ${word(value)}`),
    ...(body === undefined ? [] : [`-Body ([System.Text.Encoding]::UTF8.GetBytes(${word(body)}))`]),
  ].join(' ')
}

function isCredential(name: string): boolean {
  return /^authorization$/i.test(name)
}

/** What is not JSON stays as it is. In JSON a line break stands between values only. */
function asciiJson(body: string): string {
  try {
    JSON.parse(body)
  } catch {
    return body
  }
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return body.replace(/[\r\n]+/g, ' ').replace(/[^\x20-\x7E]/g, (unit) => (unit === '\t' ? ' ' : escaped(unit)))
}
