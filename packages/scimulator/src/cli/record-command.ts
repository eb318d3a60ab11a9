import { samplesOf, startRecording } from '@scimulator/harness/recording'
import { SENDERS } from '@scimulator/harness/requests'
import { BadInput } from '@scimulator/harness/scenario'
import { isLoopback } from '@scimulator/harness/target'
import { createRandomIds } from '@scimulator/shared/runtime'
import { readCorpus } from '../shipped/request-corpus.ts'
import { complain, print } from './output.ts'
import { stopSignal } from './stop-signal.ts'

export interface RecordArguments {
  readonly to: string
  readonly out: string
  readonly port: number
  readonly host: string
  readonly allowHost: readonly string[]
  readonly keepPersonalData?: boolean
  readonly iOwnThisTarget?: boolean
}

/** @returns the exit code, once it is stopped. @throws BadInput */
export async function recordCommand(given: RecordArguments): Promise<number> {
  const { out, port, host, allowHost, keepPersonalData = false } = given
  const to = endpointOf(given)
  const { code, fail } = stopSignal()
  const recorded = await startRecording({
    ...{ to, out, port, host, allowedHosts: allowHost, keepsPersonalData: keepPersonalData },
    newKey: () => createRandomIds().token('recording'),
    samples: SENDERS.flatMap((as) => samplesOf(readCorpus(as))),
    onLine: print,
    onFailure: fail,
  })
  if (recorded.wasCut) complain(`${out} ended in the middle of a line, which was taken away.`)
  const goesOn = recorded.before === 0 ? '' : `, after ${recorded.before} that are there`
  print(`Recording ${to} at ${recorded.url} into ${out}${goesOn}. Ctrl-C ends it.`)
  try {
    return await code
  } finally {
    await recorded.close()
    for (const line of recorded.told()) complain(line)
    complain(`${exchanges(recorded.count())} in ${out}.`)
  }
}

function exchanges(count: number): string {
  return count === 1 ? '1 exchange is' : `${count} exchanges are`
}

/** @throws BadInput */
function endpointOf({ to, iOwnThisTarget = false }: RecordArguments): string {
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol))
    throw new BadInput(`--to is an http or https URL, such as http://localhost:3000/scim/v2, not "${to}".`)
  const { search, hash } = new URL(to)
  if (search !== '' || hash !== '')
    throw new BadInput(`--to ends with its path: "${search}${hash}" is what a client adds.`)
  if (!isLoopback(to) && !iOwnThisTarget)
    throw new BadInput(`${new URL(to).host} is another machine. Say --i-own-this-target if requests may be sent there.`)
  return to.replace(/\/+$/, '')
}
