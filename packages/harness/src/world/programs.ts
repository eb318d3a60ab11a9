import { loadPrograms, type ProgramDescriptor, type ProgramEntry } from '@scimulator/shared/program'

/** The programs that ship, in the order in which a world makes them. Nothing else in the harness knows one of them by name. */
export const PROGRAMS: readonly ProgramEntry[] = [
  { name: 'receiver', load: async () => (await import('@scimulator/receiver/program')).receiverProgram },
  { name: 'entra', load: async () => (await import('@scimulator/entra-sim/program')).entraProgram },
  { name: 'jumpcloud', load: async () => (await import('@scimulator/jumpcloud-sim/program')).jumpCloudProgram },
]

export function shippedPrograms(): Promise<readonly ProgramDescriptor[]> {
  return loadPrograms(PROGRAMS)
}
