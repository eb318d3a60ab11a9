import { spawnSync } from 'node:child_process'

/** Installs Debian's packages where there is apt-get and it may be used; what it has to say goes to standard error. @returns whether it did */
export function installDebian(packages: readonly string[]): boolean {
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  if (error) console.error(`${command} cannot be used here: ${error.message}`)
  return status === 0
}
