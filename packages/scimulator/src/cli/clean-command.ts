import { BadInput } from '@scimulator/harness/scenario'
import {
  assertConsent,
  type Cleaning,
  cleanTarget,
  type FoundLeftover,
  leftoverText,
  type OpenTarget,
  openTarget,
  readDescription,
  UnreadableTarget,
} from '@scimulator/harness/target'
import { isProcessRunning } from '@scimulator/shared/platform'
import { parseDuration } from '@scimulator/shared/runtime'
import type { CleanArguments } from './clean-options.ts'
import { isYes } from './is-yes.ts'
import { complain, EXIT, print } from './output.ts'

const DEFAULT_AGE_MS = 2 * 3_600_000
const MOST_SHOWN = 50

/** @returns the exit code. @throws BadInput */
export async function cleanCommand(given: CleanArguments): Promise<number> {
  const ageMs = given.age === undefined ? DEFAULT_AGE_MS : durationOf(given.age)
  const description = readDescription(given, { env: process.env })
  if (!description) throw new BadInput('clean needs --target URL: the endpoint from which leftovers are removed.')
  assertConsent(description, given.iOwnThisTarget ?? false)
  const opened = await openTarget(description, { env: process.env, onPause: complain })
  try {
    const cleaning = await look(opened, given, ageMs)
    for (const run of cleaning.running) complain(`The run ${run} is still at work; its ledger is left alone.`)
    if (cleaning.found.length === 0 && cleaning.adopted === 0) {
      print(`Nothing of Scimulator is at ${description.url}.`)
      return EXIT.passed
    }
    print(listText(cleaning.found, cleaning.adopted, description.url))
    if (!(given.yes || (await isYes('Remove them? [y/N] ')))) {
      complain(
        process.stdin.isTTY
          ? 'Nothing was removed.'
          : 'Nothing was removed: there is no terminal to ask at. Add --yes.',
      )
      return EXIT.failed
    }
    return await removeAll(cleaning.remove)
  } finally {
    await opened.close()
  }
}

async function look({ connected }: OpenTarget, { ledger }: CleanArguments, ageMs: number): Promise<Cleaning> {
  const folder = ledger === undefined ? {} : { folder: ledger }
  try {
    return await cleanTarget(connected, { ageMs, isRunning, ...folder })
  } catch (error) {
    if (error instanceof UnreadableTarget) throw new BadInput(`The target cannot be cleaned. ${error.message}`)
    throw error
  }
}

async function removeAll(remove: Cleaning['remove']): Promise<number> {
  const { leftovers, notPutBack } = await remove()
  for (const one of leftovers) print(`left: ${leftoverText(one)}\n  by hand: ${one.byHand}`)
  for (const line of notPutBack) print(`left: ${line}`)
  const left = leftovers.length + notPutBack.length
  print(left === 0 ? 'All of it is removed.' : `${left} could not be removed.`)
  return left === 0 ? EXIT.passed : EXIT.leftovers
}

function listText(found: readonly FoundLeftover[], adopted: number, url: string): string {
  const lines = found.slice(0, MOST_SHOWN).map(({ kind, name, id, by }) => {
    const noun = kind === 'Users' ? 'user' : 'group'
    return `  ${noun} ${name} (${id === undefined ? 'its POST got no answer' : `id ${id}`}, by ${by === 'ledger' ? 'its ledger' : 'its name'})`
  })
  const more = found.length > MOST_SHOWN ? [`  and ${found.length - MOST_SHOWN} more`] : []
  const back = adopted === 0 ? [] : [`  and ${adopted} adopted accounts to be put back as they were`]
  return [`At ${url} runs have left:`, ...lines, ...more, ...back].join('\n')
}

function durationOf(text: string): number {
  const ms = text === '0' ? 0 : parseDuration(text)
  if (ms !== undefined) return ms
  throw new BadInput(`--age takes a time such as 2h or 30m, or 0, not "${text}".`)
}

function isRunning(pid: number): boolean {
  return pid !== process.pid && isProcessRunning(pid)
}
