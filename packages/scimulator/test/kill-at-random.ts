// The command, killed with SIGKILL at a random request of a run, and perhaps of the cleaning as well; then cleaned for good.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCommand } from './command.ts'
import { type Chance, createChance } from './crash/chance.ts'
import { type Death, startDyingProxy } from './dying-proxy.ts'
import type { PeopledTarget } from './peopled-target.ts'

/** What a run is made of, so that there is something to kill. */
const RUNS = [
  ['entra/help-page', 'entra/group-goes'],
  ['jumpcloud/help-page', 'jumpcloud/ending-delete'],
  ['matching/by-email', 'matching/members-at-the-same-moment', 'matching/deleted-between-cycles'],
  ['entra/quirks/quick-purge', 'jumpcloud/activation', 'entra/manager-goes'],
] as const

/** How many seeds there are to be asked. */
export const KILLED_PROCESSES = 60

export interface Killed {
  readonly what: string
  /** Whether the moment came before the run ended. */
  readonly killed: boolean
  readonly cleaningKilled: boolean
  /** What is wrong, in words. */
  readonly problems: readonly string[]
}

/** The same seed dies at the same request. */
export async function killAtRandom(seed: number, target: PeopledTarget): Promise<Killed> {
  const chance = createChance(seed)
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-kill-'))
  const proxy = await startDyingProxy(target.url)
  const before = await target.state()
  const start = (...args: readonly string[]) => {
    const reach = ['--target', proxy.url, '--token-env', 'TOKEN']
    return startCommand([...args, ...reach], { cwd: folder, env: { TOKEN: target.token } })
  }

  async function killing(death: Death, ...args: readonly string[]): Promise<boolean> {
    let kill = (): void => {}
    const hasCome = proxy.arm(death, () => kill())
    const { child, ended } = start(...args)
    kill = () => void child.kill('SIGKILL')
    await ended
    return hasCome()
  }

  try {
    const death = deathOf(chance, ['POST', 'POST', 'PATCH', 'DELETE', 'GET'])
    const killed = await killing(death, 'run', ...chance.pick(RUNS))
    const cleaningKilled =
      killed && chance.below(2) === 0 && (await killing(deathOf(chance, ['DELETE', 'GET']), 'clean', '--yes'))
    proxy.arm({ ...death, number: 0 }, () => {})
    const cleaned = await start('clean', '--yes').ended
    const problems = [
      ...(cleaned.code === 0 ? [] : [`clean ended with ${cleaned.code}: ${cleaned.out}${cleaned.err}`]),
      ...((await target.state()) === before ? [] : ['those who were there are not as they were, or something is left']),
      ...ledgersIn(folder).map((name) => `the ledger ${name} is still there`),
    ]
    const what = `seed ${seed}: ${death.method} ${death.number} ${death.when}`
    return { what, killed, cleaningKilled, problems }
  } finally {
    await proxy.close()
    rmSync(folder, { recursive: true })
  }
}

function deathOf(chance: Chance, methods: readonly string[]): Death {
  const when = chance.pick(['before it arrives', 'before its answer'] as const)
  return { method: chance.pick(methods), number: 1 + chance.below(10), when }
}

/** One that was made and not yet written into is not a list of anything. */
function ledgersIn(folder: string): readonly string[] {
  const of = join(folder, '.scimulator/ledgers')
  if (!existsSync(of)) return []
  return readdirSync(of).filter((name) => name.endsWith('.jsonl') && statSync(join(of, name)).size > 0)
}
