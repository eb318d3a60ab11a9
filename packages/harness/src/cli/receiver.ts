import type { DeviationName, Receiver, ReceiverOptions } from '@scimulator/receiver'
import { type Command, Option } from 'commander'
import { suggest } from '../scenario/nearest.ts'
import { BadInput } from '../scenario/problem.ts'
import { parsePort } from './parse-port.ts'
import { readSwitches, SWITCH_HELP } from './read-switches.ts'
import { stopSignal } from './stop-signal.ts'

/** `scimulator receiver up`; the receiver is loaded only when it is called. */
export function registerReceiver(program: Command): void {
  program
    .command('receiver')
    .description('a SCIM 2.0 service provider of its own, to point a client or a test suite at')
    .command('up')
    .description('start one empty receiver with an active source, until Ctrl-C')
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--token <secret>', 'bearer token of the source (default: a random one, which is shown when it is made)')
    .addOption(new Option('--profile <name>', 'rules of the receiver').choices(['lark', 'rfc']).default('lark'))
    .option('--data <folder>', 'keep everything in this folder (default: in memory)')
    .option('--public-url <url>', 'what meta.location begins with, when the receiver is behind a proxy')
    .option('--switch <name=value...>', `${SWITCH_HELP}, for the profile lark`, [])
    .option(
      '--deviation <name...>',
      'bugs that the receiver shows from the start, as docs/reference/deviations.md lists them',
      [],
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: UpOptions) => {
      const { exitWith } = await import('./output.ts')
      await exitWith(() => receiverUp(options))
    })
}

const EXAMPLES = `
Examples:
  $ scimulator receiver up --port 8080 --token secret --profile rfc
  $ scimulator receiver up --token secret --data ./receiver-data
  $ scimulator receiver up --token secret --switch deletedMembers=conflict --deviation inactive-users-hidden

Exit codes: 0 stopped by Ctrl-C or SIGTERM, 2 bad input (port in use, unusable folder), 3 a bug of Scimulator.`

type UpOptions = {
  readonly port: number
  readonly host: string
  readonly token?: string
  readonly profile: 'lark' | 'rfc'
  readonly data?: string
  readonly publicUrl?: string
  readonly switch: readonly string[]
  readonly deviation: readonly string[]
}

/** Serves until it is told to stop. @returns the exit code */
async function receiverUp(options: UpOptions): Promise<number> {
  const [{ createRandomIds }, { print }] = await Promise.all([
    import('@scimulator/shared/runtime'),
    import('./output.ts'),
  ])
  const token = options.token ?? createRandomIds().token('source')
  const stop = stopSignal()
  const receiver = await openOrCreate(options, token, stop.fail)
  try {
    const { url } = await receiver.listen({ port: options.port, host: options.host })
    const shown = tokenWords(options, token, receiver.isNew)
    print(`Receiver (${options.profile}) at ${options.publicUrl ?? url}/scim/v2 with ${shown}; Ctrl-C stops it`)
    return await stop.code
  } finally {
    await receiver.close()
  }
}

/** A folder keeps the hash of a token and not the token, so that one of an earlier start cannot be shown again. */
function tokenWords(options: UpOptions, token: string, isNew: boolean): string {
  if (options.token !== undefined) return 'the token of --token'
  return isNew ? `token ${token}` : 'the tokens that its folder knows (--token adds another source)'
}

async function openOrCreate(
  { data, profile, publicUrl, token: given, switch: texts, deviation }: UpOptions,
  token: string,
  fail: (reason: unknown) => void,
): Promise<Receiver> {
  const { createReceiver, DeviationName, openReceiver, receiverSwitches } = await import('@scimulator/receiver')
  const behaviour = {
    switches: readSwitches(receiverSwitches, texts),
    deviations: deviation.map((name) => readDeviation(DeviationName.options, name)),
  }
  const { complain } = await import('./output.ts')
  const onFault = (fault: unknown): void =>
    complain(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
  const sources = [{ token, onlyWhenNew: given === undefined }]
  const common = { profile, sources, ...behaviour, onFault, onStopped: fail }
  const options: ReceiverOptions = publicUrl === undefined ? common : { ...common, publicUrl }
  if (data === undefined) return createReceiver(options)
  const { openDataFolder } = await import('./open-data-folder.ts')
  return openDataFolder(data, (listeners) => openReceiver(data, { ...options, ...listeners }))
}

function readDeviation(known: readonly DeviationName[], text: string): DeviationName {
  const name = known.find((one) => one === text)
  if (name === undefined) throw new BadInput(`There is no deviation "${text}". ${suggest(text, known)}`)
  return name
}
