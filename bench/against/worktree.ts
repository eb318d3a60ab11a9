// The code of another commit beside this one: a worktree in a temporary folder, with the packages of others linked from here.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Worktree {
  readonly folder: string
  /** The commit in short. */
  readonly commit: string
  /** Takes the folder away, and what git remembers of it. */
  remove(): void
}

/** @throws an Error in a sentence for a revision that there is not, and where its packages cannot be installed */
export function openWorktree(root: string, revision: string): Worktree {
  const commit = git(
    root,
    ['rev-parse', '--short', '--verify', '--quiet', `${revision}^{commit}`],
    `There is no commit "${revision}".`,
  )
  const folder = join(mkdtempSync(join(tmpdir(), 'scimulator-bench-')), 'tree')
  const remove = (): void => {
    spawnSync('git', ['worktree', 'remove', '--force', folder], { cwd: root })
    rmSync(join(folder, '..'), { recursive: true, force: true })
    spawnSync('git', ['worktree', 'prune'], { cwd: root })
  }
  try {
    git(root, ['worktree', 'add', '--detach', '--quiet', folder, commit], `git cannot check "${revision}" out.`)
    if (hasSameLock(root, folder)) linkModules(root, folder)
    else install(folder)
    return { folder, commit, remove }
  } catch (error) {
    remove()
    throw error
  }
}

function git(cwd: string, args: readonly string[], otherwise: string): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error([otherwise, stderr.trim()].filter(Boolean).join(' '))
  return stdout.trim()
}

function hasSameLock(root: string, folder: string): boolean {
  const lock = (where: string): string => readFileSync(join(where, 'package-lock.json'), 'utf8')
  return lock(root) === lock(folder)
}

/** Links to packages of the workspace are relative, so that a copy of such a link leads to the other commit's own code. */
function linkModules(root: string, folder: string): void {
  const names = ['', ...readdirSync(join(folder, 'packages')).map((name) => join('packages', name))]
  for (const name of names) {
    const from = join(root, name, 'node_modules')
    if (existsSync(from)) linkEach(from, join(folder, name, 'node_modules'))
  }
}

function linkEach(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)]
    if (name === '@scimulator') linkEach(source, target)
    else if (lstatSync(source).isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else symlinkSync(source, target, 'junction')
  }
}

/** Without scripts: what benches need has none, and the ones of this repository build what they do not. */
function install(folder: string): void {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error('npm cannot install the packages of the other commit, which locks others than this one.')
}
