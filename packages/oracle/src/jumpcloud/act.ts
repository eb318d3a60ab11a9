// What happens in a history: acts of an administrator of JumpCloud’s portal, what goes wrong on the wire, and what others do at the target.
import type { Fault } from '@scimulator/shared/behaviour'

/** Fields of a person that the connector sends, as `systemusers` names them. */
export type Field = 'firstname' | 'lastname' | 'jobTitle'

/** Acts of the administrator. People are u0…u5 and groups g0…g2, whatever their names become. */
export type PortalAct =
  | { readonly act: 'create-user'; readonly user: string }
  | { readonly act: 'delete-user'; readonly user: string }
  | { readonly act: 'rename-user'; readonly user: string; readonly name: string }
  | { readonly act: 'update-user'; readonly user: string; readonly field: Field; readonly value: string }
  | { readonly act: 'suspend-user' | 'reactivate-user' | 'expire-password' | 'set-password'; readonly user: string }
  | { readonly act: 'add-member' | 'remove-member'; readonly user: string; readonly group: string }
  | { readonly act: 'create-group'; readonly group: string }
  | { readonly act: 'delete-group'; readonly group: string }
  | { readonly act: 'rename-group'; readonly group: string; readonly name: string }
  | { readonly act: 'bind-group' | 'unbind-group'; readonly group: string }
  | { readonly act: 'bind-user' | 'unbind-user'; readonly user: string }

/** Somebody gives the person another title at the target, sets the account inactive or deletes it, or takes it out of a group. */
export type ActByHand =
  | { readonly act: 'changed-at-target' | 'disabled-at-target' | 'lost-at-target'; readonly user: string }
  | { readonly act: 'removed-at-target'; readonly group: string; readonly user: string }

export type Act =
  | PortalAct
  | ActByHand
  /** Nothing is done: the directory is looked at. */
  | { readonly act: 'look' }
  /** From now on requests of that kind go wrong, until all faults are lifted. */
  | { readonly act: 'fault'; readonly fault: Fault }
  | { readonly act: 'lift' }
  /** Time passes until nothing is tried again any more. */
  | { readonly act: 'wait' }
