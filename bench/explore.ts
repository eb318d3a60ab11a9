// `scimulator explore` against our receiver in process: histories a second and core, by sender.
import {
  type Explored,
  entraSender,
  explore,
  jumpCloudSender,
  type Sender,
  scenarioRunner,
} from '@scimulator/harness/explore'

const HISTORIES = 200
const RUNS = 3

const SENDERS: Readonly<Record<string, Sender<never>>> = {
  entra: entraSender({ isOptscim: true }) as unknown as Sender<never>,
  'entra with faults': entraSender({ isOptscim: true, hasFaults: true }) as unknown as Sender<never>,
  jumpcloud: jumpCloudSender({}) as unknown as Sender<never>,
  'jumpcloud with faults': jumpCloudSender({ hasFaults: true }) as unknown as Sender<never>,
}

export async function* figures(): AsyncGenerator<string> {
  const run = await scenarioRunner('bench.yaml')
  const live = (sender: Sender<never>, histories: number, seed: number) =>
    explore({ sender, histories, acts: 25, seed, run })
  for (const [name, sender] of Object.entries(SENDERS)) {
    await live(sender, 60, 100)
    const rates: number[] = []
    let acts = 0
    for (let at = 1; at <= RUNS; at += 1) {
      const before = process.cpuUsage()
      const explored = await live(sender, HISTORIES, at)
      const { user, system } = process.cpuUsage(before)
      rates.push(HISTORIES / ((user + system) / 1e6))
      acts += actsOf(explored)
    }
    const [, median = 0] = rates.sort((a, b) => a - b)
    const mean = (acts / RUNS / HISTORIES).toFixed(1)
    yield `explore, ${name}: ${median.toFixed(1)} histories a second and core, ${mean} acts drawn in each [target: 40/s]`
  }
}

function actsOf({ reached }: Explored): number {
  return Object.values(reached.acts).reduce((sum, times) => sum + times, 0)
}
