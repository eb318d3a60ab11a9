// Light, because `--help` reads it: a program is loaded when it is asked for.
import { ENTRA_UP } from '@scimulator/entra-sim/up'
import { OKTA_UP } from '@scimulator/okta-sim/up'
import { RECEIVER_UP } from '@scimulator/receiver/up'
import type { ProgramDescriptor, ProgramEntry } from '@scimulator/shared/program'

/** The programs that ship, in the order in which a world makes them. Nothing else in the harness knows one of them by name. */
export const PROGRAMS: readonly ProgramEntry[] = [
  {
    name: 'receiver',
    about: 'a SCIM 2.0 service provider of its own, to point a client or a test suite at',
    port: 8080,
    up: RECEIVER_UP,
    load: async () => (await import('@scimulator/receiver/program')).receiverProgram,
  },
  {
    name: 'entra',
    about: 'Entra ID: a tenant with its provisioning engine and Graph, and tools for attribute mappings',
    port: 8090,
    up: ENTRA_UP,
    load: async () => (await import('@scimulator/entra-sim/program')).entraProgram,
  },
  {
    name: 'jumpcloud',
    about: 'JumpCloud: an organisation with its directory, its SCIM connectors and its API',
    port: 8420,
    load: async () => (await import('@scimulator/jumpcloud-sim/program')).jumpCloudProgram,
  },
  {
    name: 'okta',
    about: 'Okta: an organisation with its directory, its SCIM applications and Group Push',
    port: 8440,
    up: OKTA_UP,
    load: async () => (await import('@scimulator/okta-sim/program')).oktaProgram,
  },
]

export function shippedPrograms(): Promise<readonly ProgramDescriptor[]> {
  return Promise.all(PROGRAMS.map((entry) => entry.load()))
}
