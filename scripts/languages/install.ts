// `npm run languages:install`: Go for the examples, from Debian's packages where there is apt-get and it may be used. Without it the tests
// of the examples say that they are one language short.
import { spawnSync } from 'node:child_process'
import { installDebian } from '../packages/install-debian.ts'

const version = (): string | undefined => spawnSync('go', ['version'], { encoding: 'utf8' }).stdout?.trim()

if (version() === undefined) installDebian(['golang-go'])
console.log(
  version() ?? 'Go is not on this machine, and could not be installed: its endpoint and its suite are not tried.',
)
