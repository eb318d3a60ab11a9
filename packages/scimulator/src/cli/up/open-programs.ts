// The programs of `scimulator up`: in memory, or each in a folder of its own.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LiveProgram, LiveProgramKind, LiveSetup } from '@scimulator/harness/live'
import { tellsEffects, toldEffects } from '@scimulator/harness/story'
import type { ProgramDescriptor, ProgramSetup } from '@scimulator/shared/program'
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

/** @param programs those that there are; the receiver among them is left out where somebody's endpoint is in its place */
export function upPrograms(programs: readonly ProgramDescriptor[], options: UpPrograms): readonly LiveProgramKind[] {
  return programs
    .filter(({ isReceiver }) => !isReceiver || options.receiverUrl !== undefined)
    .map((program) => ({
      name: program.name,
      isKept: options.data !== undefined,
      quirks: program.quirks,
      open: (setup) => openLive(program, setup, options),
    }))
}

async function openLive(
  program: ProgramDescriptor,
  { schedule, send }: LiveSetup,
  { data, receiverUrl = '', onStopped, onFault }: UpPrograms,
): Promise<LiveProgram> {
  const ids = createRandomIds()
  const options = program.options.parse({})
  const setup: ProgramSetup = { schedule, send, ids, options, publicUrl: receiverUrl, onStopped, onFault }
  const hosted = data === undefined ? program.create(setup) : await openBelow(data, program, setup)
  const { control, controls = [], handle } = hosted
  const aliases = controls.map(({ name }) => name).filter((name) => name !== control.name)
  const effects = program.isReceiver && tellsEffects({ controls }) ? { effects: toldEffects({ controls }) } : {}
  return { control, aliases, handle, ...effects, close: () => hosted.close() }
}

async function openBelow(data: string, program: ProgramDescriptor, setup: ProgramSetup) {
  await mkdir(data, { recursive: true })
  const folder = join(data, program.name)
  return openDataFolder(folder, (listeners) => program.open(folder, { ...setup, ...listeners }))
}
