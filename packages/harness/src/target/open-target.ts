// From a command line to a target that has answered: the one door for `run`, `clean`, `test` and the library.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createSender } from '@scimulator/shared/http'
import { type RealTime, realTime } from '@scimulator/shared/runtime'
import { BadInput } from '../written/problem.ts'
import { CONFIG_FILE, parseConfig, type ReadConfig } from './config-file.ts'
import { type ConnectedTarget, type ConnectOptions, connectTarget } from './connect-target.ts'
import { describeGiven, describeTarget, type GivenTarget, targetNameIn } from './describe-target.ts'
import { firstLook } from './first-look.ts'
import { loadSecrets } from './load-secrets.ts'
import { parallelAt } from './parallelism.ts'
import type { Environment, TargetFlags } from './read-settings.ts'
import { type StartedProgram, startProgram } from './started-program.ts'
import { isLoopback, type TargetDescription } from './target-description.ts'

export interface OpenTarget {
  readonly description: TargetDescription
  readonly connected: ConnectedTarget
  /** How many users were there at the first look, by the target's own count. */
  readonly users: number
  /** What `--start` started. */
  readonly started?: StartedProgram
  /** Closes the connections and stops what was started. */
  close(): Promise<void>
}

export interface OpenOptions extends ConnectOptions {
  readonly env: Environment
  /** Folder of the configuration when `--config` names no file. Default: the working directory. */
  readonly folder?: string
  /** Ends the waiting for `--start`. */
  readonly signal?: AbortSignal
}

/**
 * @returns undefined when nothing names a target. The configuration is read only when a name has to be looked up in it.
 * @throws BadInput
 */
export function readDescription(flags: TargetFlags, { env, folder = '.' }: OpenOptions): TargetDescription | undefined {
  const isNamed = targetNameIn({ flags, env }) !== undefined
  const config = isNamed || flags.config !== undefined ? readConfig(flags, folder) : undefined
  return describeTarget({ flags, env, ...(config ? { config } : {}) })
}

function readConfig({ config }: TargetFlags, folder: string): ReadConfig | undefined {
  const path = resolve(folder, config ?? CONFIG_FILE)
  if (existsSync(path)) return parseConfig(path, config ?? CONFIG_FILE, readFileSync(path, 'utf8'))
  if (config === undefined) return undefined
  throw new BadInput(`There is no file "${config}" (--config).`)
}

/** A target as a program describes it, opened. @throws BadInput */
export function openGiven(given: GivenTarget, iOwnThisTarget: boolean, options: OpenOptions): Promise<OpenTarget> {
  const description = describeGiven(given, options.env)
  assertConsent(description, iOwnThisTarget)
  return openTarget(description, options)
}

/** @throws BadInput when the target is another machine and its owner has not said that it may be written to */
export function assertConsent({ url }: TargetDescription, iOwnThisTarget: boolean): void {
  if (iOwnThisTarget || isLoopback(url)) return
  throw new BadInput(
    `Accounts are created, changed and deleted at ${url}. If it is yours and made for tests, add --i-own-this-target.`,
  )
}

/** Starts what is to be started, connects, and asks once. Nothing is written. @throws BadInput; what was started is stopped then */
export async function openTarget(description: TargetDescription, options: OpenOptions): Promise<OpenTarget> {
  const { env, time = realTime } = options
  const readFile = (path: string): string => readFileSync(path, 'utf8')
  const loaded = loadSecrets(description, { env, readFile, readStdin: () => readFileSync(0, 'utf8') })
  const started = await startDescribed(description, time, options.signal)
  const connected = connectTarget(description, loaded, options)
  const close = async (): Promise<void> => {
    await connected.close()
    await started?.stop()
  }
  try {
    const { users } = await firstLook(connected, description)
    return { description, connected, users, close, ...(started ? { started } : {}) }
  } catch (error) {
    await close()
    throw error
  }
}

/** What `--start` says, running and answering; undefined where it says nothing. @throws BadInput */
export async function startDescribed(
  { start }: TargetDescription,
  time: RealTime,
  signal?: AbortSignal,
): Promise<StartedProgram | undefined> {
  if (!start) return undefined
  const { command, waitFor } = start
  const sender = createSender({ clock: time, timeoutMs: 5_000, allowedOrigins: new Set([new URL(waitFor).origin]) })
  try {
    return await startProgram({ command, waitFor, send: sender.send, time, ...(signal ? { signal } : {}) })
  } finally {
    await sender.close()
  }
}

/** How many scenarios run at a time: what was said, or by how long an answer takes. */
export function parallelOf({ description, connected }: Pick<OpenTarget, 'description' | 'connected'>): number {
  return parallelAt(description.parallel, connected.latencyMs)
}
