import {
  planReplay,
  type ReplayedAt,
  readTraffic,
  replayAt,
  type Traffic,
  tellReplay,
} from '@scimulator/harness/recording'
import { BadInput, readRecordingFile } from '@scimulator/harness/scenario'
import { assertConsent, openTarget, readDescription, type TargetFlags } from '@scimulator/harness/target'
import { onStopSignal } from '@scimulator/shared/platform'
import { systemClock } from '@scimulator/shared/runtime'
import { complain, EXIT, print } from './output.ts'
import { createProgress } from './progress.ts'

export interface ReplayArguments extends TargetFlags {
  readonly plan?: boolean
  readonly ledger?: string
  readonly withPersonalData?: boolean
  readonly iOwnThisTarget?: boolean
}

/** @returns the exit code. @throws BadInput */
export async function replayCommand(file: string, given: ReplayArguments): Promise<number> {
  const description = readDescription(given, { env: process.env })
  if (!description) throw new BadInput('replay needs --target URL: the endpoint that the recording is sent to.')
  const traffic = trafficOf(file, given)
  if (!given.plan) assertConsent(description, given.iOwnThisTarget ?? false)
  const opened = await openTarget(description, { env: process.env, onPause: complain })
  try {
    if (given.plan) {
      print(await planReplay(opened, traffic, systemClock.now()))
      return EXIT.passed
    }
    const stopped = new AbortController()
    let code: number | undefined
    const stopListening = onStopSignal(({ exitCode }) => {
      complain('Interrupted. Deleting what this run created. Press Ctrl-C again to quit now.')
      code = exitCode
      stopped.abort()
    })
    const replayed = await sent(opened, traffic, given, stopped.signal).finally(stopListening)
    const told = tell(replayed)
    return code ?? told
  } finally {
    await opened.close()
  }
}

async function sent(
  opened: Parameters<typeof replayAt>[0],
  traffic: Traffic,
  { ledger }: ReplayArguments,
  signal: AbortSignal,
): Promise<ReplayedAt> {
  const progress = createProgress()
  const all = traffic.exchanges.length
  const options = { signal, onStep: ({ n }: { readonly n: number }) => progress.show(`${n} of ${all} sent`) }
  return replayAt(opened, traffic, ledger === undefined ? options : { ...options, ledgerFolder: ledger }).finally(
    progress.stop,
  )
}

function tell(replayed: ReplayedAt): number {
  const { lines, different, findings } = tellReplay(replayed)
  for (const line of lines) print(line)
  if (replayed.ended !== undefined) complain(replayed.ended)
  for (const line of replayed.leftBehind) complain(`left: ${line}`)
  if (different > 0 || findings.size > 0 || replayed.ended !== undefined) return EXIT.failed
  return replayed.leftBehind.length > 0 ? EXIT.leftovers : EXIT.passed
}

/** @throws BadInput */
function trafficOf(file: string, { withPersonalData }: ReplayArguments): Traffic {
  const traffic = readTraffic(readRecordingFile(file), file)
  if (traffic.isCut) complain(`${file} ends in the middle of a line, which is left out.`)
  if (traffic.personalData === 'replaced' || withPersonalData) return traffic
  throw new BadInput(
    `${file} ${traffic.personalData === 'kept' ? 'keeps the people in it' : 'does not say whether the people in it are made up'}. ` +
      `Take them out ("scimulator redact ${file}"), or say --with-personal-data if they may be sent there.`,
  )
}
