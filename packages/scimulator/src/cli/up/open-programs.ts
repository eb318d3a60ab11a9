// The programs of `scimulator up`: in memory, or each in a folder of its own.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createEntraTenant, openEntraTenant } from '@scimulator/entra-sim'
import type { LiveProgram, LiveProgramKind, LiveSetup } from '@scimulator/harness/live'
import { toldEffects } from '@scimulator/harness/story'
import { createJumpCloudOrg, openJumpCloudOrg } from '@scimulator/jumpcloud-sim'
import { createReceiver, openReceiver, type Receiver } from '@scimulator/receiver'
import { createRandomIds } from '@scimulator/shared/runtime'
import { openDataFolder } from '../open-data-folder.ts'

export interface UpPrograms {
  /** Keeps everything below this folder; in memory without it. */
  readonly data: string | undefined
  /** Where the receiver is listened to, which is what it gives out; undefined where somebody's endpoint is in its place. */
  readonly receiverUrl: string | undefined
  readonly onStopped: (reason: unknown) => void
  readonly onFault: (fault: unknown) => void
}

export function upPrograms(options: UpPrograms): readonly LiveProgramKind[] {
  const { receiverUrl } = options
  const kind = (name: string, open: LiveProgramKind['open']): LiveProgramKind => ({
    name,
    isKept: options.data !== undefined,
    open,
  })
  return [
    ...(receiverUrl === undefined ? [] : [kind('receiver', (setup) => openOwnReceiver(setup, options, receiverUrl))]),
    kind('entra', (setup) => openEntra(setup, options)),
    kind('jumpcloud', (setup) => openJumpCloud(setup, options)),
  ]
}

async function openOwnReceiver(
  { schedule }: LiveSetup,
  { data, onStopped, onFault }: UpPrograms,
  publicUrl: string,
): Promise<LiveProgram> {
  const options = { schedule, ids: createRandomIds(), publicUrl, onStopped, onFault }
  const receiver: Receiver =
    data === undefined
      ? createReceiver(options)
      : await inFolder(data, 'receiver', (folder, listeners) => openReceiver(folder, { ...options, ...listeners }))
  const { control, controls, handle } = receiver
  const aliases = controls.map(({ name }) => name).filter((name) => name !== control.name)
  return { control, aliases, handle, effects: toldEffects(receiver), close: () => receiver.close() }
}

function openEntra({ schedule, send }: LiveSetup, { data, onStopped }: UpPrograms): LiveProgram | Promise<LiveProgram> {
  const options = { schedule, send, ids: createRandomIds(), onStopped }
  if (data === undefined) return createEntraTenant(options)
  return inFolder(data, 'entra', (folder, listeners) => openEntraTenant(folder, { ...options, ...listeners }))
}

function openJumpCloud(
  { schedule, send }: LiveSetup,
  { data, onStopped }: UpPrograms,
): LiveProgram | Promise<LiveProgram> {
  const options = { schedule, send, ids: createRandomIds(), onStopped }
  if (data === undefined) return createJumpCloudOrg(options)
  return inFolder(data, 'jumpcloud', (folder, listeners) => openJumpCloudOrg(folder, { ...options, ...listeners }))
}

type Listeners = Parameters<Parameters<typeof openDataFolder>[1]>[0]

async function inFolder<Program>(
  data: string,
  name: string,
  open: (folder: string, listeners: Listeners) => Promise<Program>,
): Promise<Program> {
  await mkdir(data, { recursive: true })
  const folder = join(data, name)
  return openDataFolder(folder, (listeners) => open(folder, listeners))
}
