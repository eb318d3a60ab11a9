// `npm run browser:install`: Chromium for the browser tests, from Debian's packages where there is apt-get and it may be used.
import { spawnSync } from 'node:child_process'
import { chromiumPath, NO_CHROMIUM } from '../../packages/scimulator/test/browser/chromium.ts'

const PACKAGES = ['chromium', 'chromium-driver', 'fonts-dejavu-core']

if (chromiumPath() === undefined) {
  const isInstalled =
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES])
  if (!isInstalled || chromiumPath() === undefined) {
    console.error(NO_CHROMIUM)
    process.exitCode = 1
  }
}
if (chromiumPath() !== undefined) console.log(`Chromium is ${chromiumPath()}`)

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  if (error) console.error(`${command} cannot be used here: ${error.message}`)
  return status === 0
}
