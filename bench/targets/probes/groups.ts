import { TOKEN } from '../../receiver-server.ts'
import { cpuOf, inTurns, type Turns } from '../measured-turns.ts'
import type { Figure, Probe, Sizes } from '../probe.ts'
import { patchOf } from '../servers/lark.ts'
import { startServer } from '../servers/server-process.ts'
import {
  companyOf,
  connected,
  entra,
  jumpCloud,
  keyOf,
  keysOf,
  plainReceiver,
  sendTo,
  TARGET,
} from '../subjects/programs.ts'

export const probe: Probe = {
  name: 'groups',
  ids: ['member-receiver', 'member-entra', 'member-jumpcloud', 'jumpcloud-push'],
  figures,
}

async function* figures({ people, rounds }: Sizes): AsyncGenerator<Figure> {
  yield cpuFigure('member-receiver', await receiverChanges(people, rounds))
  const [entraLarge, entraSmall] = [await entraGroup(people), await entraGroup(people / 100)]
  yield cpuFigure('member-entra', await inTurns(3 * rounds, entraLarge, entraSmall))
  const [small, tenth, large] = [await pushed(people / 100), await pushed(people / 10), await pushed(people)]
  const { mine, other } = await inTurns(3 * rounds, large.change, small.change)
  yield cpuFigure('member-jumpcloud', { mine: mine / CHANGES, other: other / CHANGES })
  yield cpuFigure('jumpcloud-push', { mine: large.perMember, other: tenth.perMember })
}

function cpuFigure(id: string, { mine, other }: Turns): Figure {
  return { id, value: mine / other, note: `${mine.toFixed(2)} ms against ${other.toFixed(2)} ms` }
}

/** Ten changes a round, one member in and out again. */
async function receiverChanges(people: number, rounds: number): Promise<Turns> {
  const server = await startServer('lark', people)
  const somebody = server.userIds.at(-1)
  const taken: [number[], number[]] = [[], []]
  for (let round = 0; round <= 3 * rounds; round += 1)
    for (const [at, group] of server.groupIds.entries()) {
      const before = await server.order('cpu')
      for (const op of Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? 'remove' : 'add'))) {
        const body = JSON.stringify(patchOf(op, 'members', [{ value: somebody }]))
        await server.send({ method: 'PATCH', path: `/Groups/${group}`, body })
      }
      if (round > 0) taken[at]?.push(((await server.order('cpu')) - before) / 10_000)
    }
  await server.stop()
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { mine: middle(taken[0]), other: middle(taken[1]) }
}

/** A tenant whose one group has everybody but one, who comes and goes. */
async function entraGroup(people: number): Promise<() => Promise<void>> {
  const verb = entra(sendTo(plainReceiver()))
  await connected(verb)
  const group = { name: 'Everybody', members: keysOf(people - 1) }
  await verb('load-company', { company: companyOf(people, [group]) })
  await verb('start')
  let round = 0
  return async () => {
    round += 1
    await verb(round % 2 === 0 ? 'remove-member' : 'add-member', { group: group.name, user: keyOf(people - 1) })
    await verb('run-cycle')
  }
}

/** One of them takes less than a reading of the CPU's time can tell. */
const CHANGES = 100

interface Pushed {
  /** Milliseconds of CPU. */
  readonly perMember: number
  change(): Promise<void>
}

async function pushed(people: number): Promise<Pushed> {
  const verb = jumpCloud(sendTo(plainReceiver()))
  const group = { name: 'Everybody', members: keysOf(people - 1) }
  await verb('load-company', { company: companyOf(people, [group]) })
  await verb('create-application', { displayLabel: 'Bench' })
  const form = { baseUrl: TARGET, token: TOKEN, testUserEmail: 'test@contoso.example' }
  await verb('configure-scim', { application: 'Bench', ...form })
  await verb('activate', { application: 'Bench' })
  const cpu = await cpuOf(async () => void (await verb('bind-group', { application: 'Bench', group: group.name })))
  let round = 0
  return {
    perMember: cpu / people,
    async change() {
      for (let change = 0; change < CHANGES; change += 1) {
        round += 1
        await verb(round % 2 === 0 ? 'remove-member' : 'add-member', { group: group.name, user: keyOf(people - 1) })
      }
    },
  }
}
