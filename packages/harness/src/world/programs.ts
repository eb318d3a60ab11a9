import { entraKind } from './kinds/entra.ts'
import { jumpCloudKind } from './kinds/jumpcloud.ts'
import { receiverKind } from './kinds/receiver.ts'
import type { ProgramKind } from './program.ts'

/** The programs of a world, in the order in which they are made. */
export const PROGRAM_KINDS: readonly ProgramKind[] = [receiverKind, entraKind, jumpCloudKind]
