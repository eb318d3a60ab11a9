// What happens in a history: acts of an administrator of JumpCloud’s portal.

/** Fields of a person that the connector sends, as `systemusers` names them. */
export type Field = 'firstname' | 'lastname' | 'jobTitle'

/** People are u0…u5 and groups g0…g2, whatever their names become. */
export type Act =
  | { readonly act: 'create-user' | 'delete-user'; readonly user: string }
  | { readonly act: 'rename-user'; readonly user: string; readonly name: string }
  | { readonly act: 'update-user'; readonly user: string; readonly field: Field; readonly value: string }
  | { readonly act: 'suspend-user' | 'reactivate-user' | 'expire-password' | 'set-password'; readonly user: string }
  | { readonly act: 'add-member' | 'remove-member'; readonly user: string; readonly group: string }
  | { readonly act: 'create-group' | 'delete-group'; readonly group: string }
  | { readonly act: 'rename-group'; readonly group: string; readonly name: string }
  | { readonly act: 'bind-group' | 'unbind-group'; readonly group: string }
  | { readonly act: 'bind-user' | 'unbind-user'; readonly user: string }
  /** Nothing is done: the directory is looked at. */
  | { readonly act: 'look' }
