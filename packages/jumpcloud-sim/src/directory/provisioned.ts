export type ProvisionType =
  | 'user_create_provision'
  | 'user_update_provision'
  | 'user_deprovision'
  | 'user_delete_provision'
  | 'user_lookup_provision'
  | 'group_create_provision'
  | 'group_update_provision'
  | 'group_delete_provision'

/** One thing that was tried at the target, for Directory Insights. */
export interface Provisioned {
  readonly type: ProvisionType
  readonly success: boolean
  readonly error?: string
  readonly response?: { readonly status: number; readonly body: string }
}
