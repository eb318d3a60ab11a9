// `--access 'node can-sign-in.mjs {userName}'`: the application behind the endpoint, asked whether a person gets in.
import type { Application, Door, Entry } from '@scimulator/harness/examine'
import { quoted, startInShell, systemShell } from '@scimulator/shared/platform'

export interface DoorArguments {
  /** Shell commands; `{userName}` is put in quoted. Exit code 0: in; 1: out; anything else: it could not be told. */
  readonly access?: readonly string[]
  /** URLs with `{userName}`. 2xx: in; 401, 403 or 404: out. */
  readonly accessUrl?: readonly string[]
  /** Shell command by which an administrator shuts a person out. */
  readonly block?: string
}

/** How long one answer may take, in milliseconds. */
const LIMIT_MS = 30_000

export function applicationOf({ access = [], accessUrl = [], block }: DoorArguments): Application {
  const doors = [...access.map(commandDoor), ...accessUrl.map(urlDoor)]
  if (block === undefined) return { doors }
  return { doors, block: async (userName) => void (await exitCodeOf(filled(block, quotedName(userName)))) }
}

function commandDoor(command: string): Door {
  return {
    name: command,
    async asks(userName): Promise<Entry> {
      const code = await exitCodeOf(filled(command, quotedName(userName)))
      return code === 0 ? 'in' : code === 1 ? 'out' : 'unknown'
    },
  }
}

function urlDoor(url: string): Door {
  return {
    name: url,
    async asks(userName): Promise<Entry> {
      try {
        const { ok, status } = await fetch(filled(url, encodeURIComponent(userName)), {
          redirect: 'manual',
          signal: AbortSignal.timeout(LIMIT_MS),
        })
        return ok ? 'in' : [401, 403, 404].includes(status) ? 'out' : 'unknown'
      } catch {
        return 'unknown'
      }
    },
  }
}

function filled(template: string, userName: string): string {
  return template.includes('{userName}') ? template.replaceAll('{userName}', () => userName) : `${template} ${userName}`
}

/** For the shell that starts the command, which on Windows is cmd, whatever the person has open. */
function quotedName(userName: string): string {
  return quoted(userName, systemShell())
}

function exitCodeOf(command: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = startInShell(command, { timeout: LIMIT_MS })
    child.once('error', () => resolve(null))
    child.once('close', (code) => resolve(code))
  })
}
