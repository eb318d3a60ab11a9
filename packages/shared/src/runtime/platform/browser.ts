import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

export interface BrowserOpener {
  readonly program: string
  readonly args: readonly string[]
}

/**
 * What opens an address in the browser that a person has.
 * @param url http or https; anything else could be a file or a program
 * @returns undefined where nobody sees a browser: in CI, and on Linux without a display, over SSH for instance
 */
export function browserOpener(
  url: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): BrowserOpener | undefined {
  if (!/^https?:\/\/[^\s"]+$/.test(url)) throw new RangeError(`"${url}" is no address of a page`)
  if (env.CI !== undefined && env.CI !== '' && env.CI !== 'false') return undefined
  if (platform === 'darwin') return { program: 'open', args: [url] }
  // Neither cmd nor PowerShell has a part in it, so that nothing of the address has to be quoted.
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }
  return env.DISPLAY || env.WAYLAND_DISPLAY ? { program: 'xdg-open', args: [url] } : undefined
}

/** Opens it and waits for nothing. A browser that does not come is no reason to stop: the address has been printed. */
export function openBrowser({ program, args }: BrowserOpener): void {
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
