// What the organisation says of itself to its host.
import type { Control } from '@scimulator/shared/behaviour'
import {
  type HostedProgram,
  type ProgramDescriptor,
  type ProgramSetup,
  switchesOf,
  switchesType,
} from '@scimulator/shared/program'
import { z } from 'zod'
import { type ProfileName, profiles, switches } from './behaviour.ts'
import { DATA_VERSIONS } from './directory/data-versions.ts'
import { createJumpCloudOrg, type JumpCloudOptions, type JumpCloudOrg, openJumpCloudOrg } from './org.ts'
import { quirks } from './quirks.ts'

const JumpCloudGiven = z.strictObject({
  profile: z
    .enum(Object.keys(profiles) as [ProfileName, ...ProfileName[]])
    .optional()
    .describe('jumpcloud-put-groups: groups are written by PUT; switches win over it'),
  switches: switchesType(switches),
})

export const jumpCloudProgram: ProgramDescriptor = {
  name: 'jumpcloud',
  title: 'JumpCloud',
  given: 'jumpcloud',
  options: JumpCloudGiven,
  isReceiver: false,
  switches,
  quirks,
  // The help page wants usernames that equal the email addresses.
  demoInput: { usernames: 'email' },
  fidelity: async () => (await import('./fidelity.ts')).JUMPCLOUD_FIDELITY,
  dataVersions: DATA_VERSIONS,
  create: (setup) => hosted(createJumpCloudOrg(optionsOf(setup))),
  open: async (folder, setup) => hosted(await openJumpCloudOrg(folder, optionsOf(setup))),
}

function optionsOf({ options, isTheirs = () => false, ...setup }: ProgramSetup): JumpCloudOptions {
  const { profile = 'jumpcloud-default' } = JumpCloudGiven.parse(options)
  return { ...setup, profile, imports: (id) => !isTheirs(id), ...switchesOf(options) }
}

function hosted(org: JumpCloudOrg): HostedProgram {
  let apiKey: Promise<string> | undefined
  return {
    ...org,
    async signIn() {
      apiKey ??= newApiKey(org.control)
      return [['x-api-key', await apiKey]]
    },
  }
}

const NewApiKey = z.object({ apiKey: z.string() })

async function newApiKey({ verbs }: Control): Promise<string> {
  return NewApiKey.parse(await verbs.get('create-api-key')?.run({})).apiKey
}
