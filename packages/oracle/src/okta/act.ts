// What happens in a history: acts of an administrator of Okta's console, and what others do at the endpoint.

/** People are u0…u5 and groups g0…g2, whatever their names become. */
export type AdminAct =
  | { readonly act: 'create-user'; readonly user: string }
  | { readonly act: 'rename-user'; readonly user: string; readonly name: string }
  | { readonly act: 'update-user'; readonly user: string; readonly title: string | null }
  | {
      readonly act: 'suspend-user' | 'unsuspend-user' | 'deactivate-user' | 'activate-user' | 'delete-user'
      readonly user: string
    }
  | { readonly act: 'assign-user' | 'unassign-user'; readonly user: string }
  | { readonly act: 'create-group' | 'assign-group' | 'unassign-group'; readonly group: string }
  | { readonly act: 'rename-group'; readonly group: string; readonly name: string }
  | { readonly act: 'add-member' | 'remove-member'; readonly user: string; readonly group: string }
  | { readonly act: 'push-group'; readonly group: string; readonly link?: string }
  | { readonly act: 'push-now' | 'deactivate-group-push' | 'activate-group-push'; readonly group: string }
  | { readonly act: 'unlink-group'; readonly group: string; readonly deleteTarget: boolean }

/** Somebody gives the person another title at the endpoint, switches the account off, or takes it out of a group. */
export type ActByHand =
  | { readonly act: 'changed-at-target' | 'disabled-at-target'; readonly user: string }
  | { readonly act: 'removed-at-target'; readonly user: string; readonly group: string }

export type Act = AdminAct | ActByHand
