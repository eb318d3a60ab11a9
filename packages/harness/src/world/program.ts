import type { Control } from '@scimulator/shared/behaviour'
import type { HostedProgram, ProgramDescriptor } from '@scimulator/shared/program'

/** What a world holds of each of its programs. */
export interface Program extends HostedProgram {
  /** Whether it only holds the place of a receiver that is elsewhere. */
  readonly isStandIn?: true
}

/** What a world needs to know of a program to make it. */
export type ProgramKind = Pick<ProgramDescriptor, 'name' | 'actor' | 'given' | 'options' | 'isReceiver' | 'create'> &
  Partial<Pick<ProgramDescriptor, 'open'>>

export function controlsOf({ control, controls }: Program): readonly Control[] {
  return controls ?? [control]
}

export function actorOf({ name, actor }: ProgramKind): string {
  return actor ?? name
}

/** The fixed base URL of a world's receiver; the transport maps it to the real port. */
export const RECEIVER_URL = 'http://receiver.scimulator.test'
