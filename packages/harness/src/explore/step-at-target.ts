// What somebody else does at the target, past the identity provider, as a step of a scenario file. Pure.
import { BY_HAND_TITLE } from '@scimulator/oracle/entra'

export interface AtTarget {
  readonly act: 'lost-at-target' | 'changed-at-target' | 'disabled-at-target' | 'removed-at-target'
  /** userName at the target. */
  readonly user: string
  /** displayName at the target, of the group that the person is taken out of. */
  readonly group?: string
}

export function stepAtTarget({ act, user, group }: AtTarget): object {
  switch (act) {
    case 'lost-at-target':
      return { 'directory.delete-user': { user } }
    case 'changed-at-target':
      return { 'directory.update-user': { user, set: { title: BY_HAND_TITLE } } }
    case 'disabled-at-target':
      return { 'directory.disable-user': { user } }
    case 'removed-at-target':
      return { 'directory.remove-member': { group, user } }
  }
}
