import { resolveSwitches, type SwitchDefinition } from '@scimulator/shared/behaviour'
import { groupResourceType, userResourceType } from '@scimulator/shared/scim'
import { receiverSwitches } from '../../behaviour.ts'
import type { Decision, Profile, SourceContext, Write } from '../../profile/profile.ts'
import type { Attempt } from '../rules/attempt.ts'
import type { Circumstances, LarkOptions } from '../rules/circumstances.ts'
import { deleteMember } from '../rules/member-deletion.ts'
import { isSeen, seenRecords } from '../rules/visibility.ts'
import { LarkState, type LarkView } from '../state/lark-state.ts'
import { larkKeys } from '../values/lark-keys.ts'
import { newSyncSource } from '../values/new-sync-source.ts'
import { showingRequired } from '../values/required-attributes.ts'
import type { SyncSource } from '../values/sync-source.ts'
import { authenticate } from './authenticate.ts'
import { createMember, updateMember } from './decide-member.ts'
import { createUserGroup, deleteUserGroup, updateUserGroup } from './decide-user-group.ts'
import { finish } from './finish.ts'

export interface LarkProfile extends Profile {
  readonly name: 'lark'
  readonly state: LarkState
  readonly options: LarkOptions
  /** What of the options is a choice, because the help pages leave it open. */
  readonly choices: readonly SwitchDefinition<string>[]
}

/** Lark's Directory Sync: every product rule of the two help pages, over the port that the SCIM handler knows. */
export function createLarkProfile(given: Partial<LarkOptions> = {}): LarkProfile {
  const options: LarkOptions = { switches: resolveSwitches(receiverSwitches), rulesOff: new Set(), ...given }
  const state = new LarkState()
  return {
    name: 'lark',
    options,
    choices: Object.values(receiverSwitches),
    state,
    resourceTypes: { User: userResourceType, Group: groupResourceType },
    reading: { checkRequired: false },
    advertised: showingRequired,
    keys: larkKeys,
    authenticate: (credentials, context) => authenticate(credentials, context, state, options),
    addSource: ({ organisation, tokenHash, name = 'Sync source' }, context) => {
      const source = newSyncSource({ organisation, name, tokenHash, status: 'active' }, context)
      return { changes: [{ kind: 'profile:source-put', source } as const] }
    },
    sources: () => state.sources(),
    visible: (kind, view, source) => seenRecords(kind, view, source.id, options.rulesOff),
    isVisible: (record, source) => isSeen(record, source.id, options.rulesOff),
    render: (record) => record.resource,
    decide: (write, directory, source, context) =>
      decide(write, { ...options, lark: state, directory, source: known(state, source), context }),
  }
}

export function isLarkProfile(profile: Profile): profile is LarkProfile {
  return profile.name === 'lark' && profile.state instanceof LarkState
}

function decide(write: Write, circumstances: Circumstances): Decision {
  return finish(attempt(write, circumstances), write.kind, circumstances)
}

function attempt(write: Write, circumstances: Circumstances): Attempt {
  if (write.resourceKind === 'User') {
    if (write.kind === 'create') return createMember(write, circumstances)
    return write.kind === 'delete' ? deleteMember(write.record, circumstances) : updateMember(write, circumstances)
  }
  if (write.kind === 'create') return createUserGroup(write, circumstances)
  return write.kind === 'delete' ? deleteUserGroup(write) : updateUserGroup(write, circumstances)
}

/** Authentication has just found the source; a request that outlives its source is a fault of ours. */
function known(lark: LarkView, { id }: SourceContext): SyncSource {
  const source = lark.source(id)
  if (!source) throw new Error(`The sync source ${id} decides on a write, but it does not exist`)
  return source
}
