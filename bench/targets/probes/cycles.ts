import type { Send } from '@scimulator/shared/provisioning'
import { inTurns } from '../measured-turns.ts'
import type { Figure, Probe, Sizes } from '../probe.ts'
import { startServer } from '../servers/server-process.ts'
import { companyOf, connected, entra, keyOf, plainReceiver, sendTo, type Verb } from '../subjects/programs.ts'
import { carryOut } from '../subjects/subject-process.ts'

const CHANGES = 100

export const probe: Probe = {
  name: 'cycles',
  ids: ['initial', 'incremental-sends', 'incremental-cpu'],
  figures,
}

async function* figures({ people, rounds }: Sizes): AsyncGenerator<Figure> {
  const server = await startServer('lark', 0)
  const { seconds = 0, grown = 0 } = await carryOut('initial', people, server.url)
  await server.stop()
  const note = `${(people / seconds).toFixed(0)} people a second; the sender has grown by ${grown.toFixed(0)} MB`
  yield { id: 'initial', value: seconds, note }
  const [large, small] = [await provisioned(people), await provisioned(Math.max(CHANGES, people / 1_000))]
  const cpu = await inTurns(rounds, large.cycle, small.cycle)
  yield { id: 'incremental-sends', value: large.sent() / small.sent(), note: `${large.sent()} against ${small.sent()}` }
  const compared = `${cpu.mine.toFixed(1)} ms against ${cpu.other.toFixed(1)} ms`
  yield { id: 'incremental-cpu', value: cpu.mine / cpu.other, note: compared }
}

interface Tenant {
  cycle(): Promise<void>
  /** Requests of the last cycle. */
  sent(): number
}

async function provisioned(people: number): Promise<Tenant> {
  let sent = 0
  const to = sendTo(plainReceiver())
  const send: Send = (request) => {
    sent += 1
    return to(request)
  }
  const verb = entra(send)
  await connected(verb)
  await verb('load-company', { company: companyOf(people) })
  await verb('start')
  let round = 0
  return {
    async cycle() {
      round += 1
      await changed(verb, people, round)
      sent = 0
      await verb('run-cycle')
    },
    sent: () => sent,
  }
}

async function changed(verb: Verb, people: number, round: number): Promise<void> {
  const step = Math.floor(people / CHANGES)
  for (let number = 0; number < CHANGES; number += 1)
    await verb('update-user', { user: keyOf(number * step), set: { jobTitle: `Title ${round}` } })
}
