// `scimulator record`, as a function: a proxy, a file, and one line for each exchange.
import { createSender, listen, redactExchange } from '@scimulator/shared/http'
import { type Exchange, headerValue } from '@scimulator/shared/provisioning'
import { isoTime, type RealTime, realTime } from '@scimulator/shared/runtime'
import { createRecogniser, purposeText, type Recognised, senderText } from './recognise/recognise.ts'
import { createTally } from './recognise/tally.ts'
import { type Comparison, createComparison, type Sample } from './recognise/unlike-ours.ts'
import { createRecordProxy } from './record-proxy.ts'
import { openRecording } from './recording-writer.ts'
import { tokenIn } from './redact-file.ts'

export interface RecordOptions {
  readonly port: number
  readonly host: string
  readonly to: string
  /** Path of the recording. */
  readonly out: string
  readonly keepsPersonalData: boolean
  /** Names by which the proxy may be called from outside. */
  readonly allowedHosts: readonly string[]
  /** Hears one line for each exchange, as it stands in the file. */
  onLine(line: string): void
  /** The file can no longer be written. */
  onFailure(error: unknown): void
  /** What made-up names of a new recording are made with: nobody can guess it. */
  newKey(): string
  readonly time?: RealTime
  /** What engines of ours have sent, to compare with. */
  readonly samples?: readonly Sample[]
}

export interface Recorded {
  readonly url: string
  /** How many exchanges stood in the file before. */
  readonly before: number
  readonly wasCut: boolean
  /** How many are in it now. */
  count(): number
  /** Who has asked for what since it goes, one line a sender, and what our engines would not have sent. */
  told(): readonly string[]
  /** Lets running requests end, then closes the file. */
  close(): Promise<void>
}

/** As much of a request as a receiver of ours takes, and more than Entra ID sends. */
const MAX_BODY = 16 * 1024 * 1024

/** @throws BadInput where the file is something else; an Error where the port is in use */
export async function startRecording(options: RecordOptions): Promise<Recorded> {
  const { to, out, time = realTime, keepsPersonalData } = options
  const startedAt = isoTime(time.now())
  const personalData = keepsPersonalData ? 'kept' : 'replaced'
  const recogniser = createRecogniser()
  const tally = createTally()
  const comparison = createComparison(options.samples ?? [])
  const head = { scimulatorRecording: 1, startedAt, to, personalData } as const
  // What the file holds already tells of the same clients.
  const writer = await openRecording(out, head, options.newKey, (exchange) => void recogniser.see(exchange))
  const { send, close } = createSender({
    clock: time,
    allowedOrigins: new Set([new URL(to).origin]),
    maxBodyBytes: MAX_BODY,
  })
  let count = writer.before
  const secrets = new Set<string>()
  const record = async (exchange: Exchange): Promise<void> => {
    learnToken(exchange, secrets)
    const kept = await writer.add(redactExchange(exchange, secrets))
    count = Math.max(count, kept.seq)
    const recognised = recogniser.see(kept)
    tally.add(kept, recognised)
    const unlike = options.samples ? comparison.see(kept.seq, kept.request, recognised) : []
    options.onLine(`${shownLine(kept, recognised)}${unlike.length > 0 ? `  unlike ours: ${unlike.join('; ')}` : ''}`)
  }
  // What cannot be kept is no reason to keep the answer back.
  const onExchange = (exchange: Exchange): void => void record(exchange).catch(options.onFailure)
  const allowedHosts = new Set(options.allowedHosts.map((one) => one.toLowerCase()))
  const onRefused = (method: string, path: string, why: string): void => {
    options.onLine(`    -  refused, and not kept: ${method} ${path}  ${why}`)
  }
  const proxy = createRecordProxy({ to, send, allowedHosts, maxBodyBytes: MAX_BODY, onExchange, onRefused })
  const server = await listen(proxy, { port: options.port, host: options.host }).catch(async (error) => {
    await Promise.all([close(), writer.close()])
    throw error
  })
  let ending: Promise<void> | undefined
  return {
    url: server.url,
    before: writer.before,
    wasCut: writer.wasCut,
    count: () => count,
    told: () => [...tally.lines(), ...unlikeLines(comparison)],
    close() {
      ending ??= end(server, { close }, writer)
      return ending
    },
  }
}

/** What is under way may still be recorded. */
async function end(...parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close()
}

/** What a client signs in with must not stand in a body either. */
function learnToken({ request }: Exchange, secrets: Set<string>): void {
  for (const token of tokenIn(headerValue(request.headers, 'authorization') ?? '')) secrets.add(token)
}

function unlikeLines(comparison: Comparison): readonly string[] {
  const all = comparison.all()
  const lines = all.map(
    ({ trait, count, first }) =>
      `  ${trait} (${count === 1 ? `exchange ${first}` : `${count} times, first exchange ${first}`})`,
  )
  return all.length > 0 ? ['Our engines would not have sent:', ...lines] : []
}

/** `   12  Entra ID  disable  204  18 ms  PATCH /Users/2819c223` */
function shownLine(
  { seq, request, response, failure, durationMs }: Exchange & { readonly seq: number },
  recognised: Recognised,
): string {
  const { pathname, search } = new URL(request.url)
  const result = response ? String(response.status) : (failure?.kind ?? 'no answer')
  const who = `${senderText(recognised, request).padEnd(24)}  ${purposeText(recognised).padEnd(16)}`
  const what = `${request.method} ${pathname}${search}`
  return `${String(seq).padStart(5)}  ${who}  ${result.padEnd(9)}  ${String(durationMs).padStart(5)} ms  ${what}`
}
