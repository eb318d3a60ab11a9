// `npm run browser:install`: Chromium for the browser tests, from Debian's packages where there is apt-get and it may be used.
import { chromiumPath, NO_CHROMIUM } from '../../packages/scimulator/test/browser/chromium.ts'
import { installDebian } from '../packages/install-debian.ts'

if (chromiumPath() === undefined) {
  // Older distributions have no package for the shell alone.
  const isShell = installDebian(['chromium-headless-shell', 'fonts-dejavu-core'])
  if (!isShell) installDebian(['chromium', 'fonts-dejavu-core'])
  if (chromiumPath() === undefined) {
    console.error(NO_CHROMIUM)
    process.exitCode = 1
  }
}
if (chromiumPath() !== undefined) console.log(`Chromium is ${chromiumPath()}`)
