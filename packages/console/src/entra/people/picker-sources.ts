// Who can be chosen in a panel of the tenant.
import type { PickerSource } from '../../parts/picker-panel.tsx'
import { valueText } from '../../parts/value-text.ts'

/** Users that are not in the bin, by display name. */
export const USERS: PickerSource<'entra.users'> = {
  view: 'entra.users',
  query: { deleted: 'no', sort: 'displayName' },
  heading: 'Users',
  nameOf: ({ key, value }) => valueText(value.displayName) || key,
  noteOf: ({ key }) => key,
  keyOf: ({ value }) => value.id,
}

export const GROUPS: PickerSource<'entra.groups'> = {
  view: 'entra.groups',
  query: { sort: 'displayName', members: 'none' },
  heading: 'Groups',
  nameOf: ({ key }) => key,
  noteOf: ({ value }) => (value.memberCount === 1 ? '1 member' : `${value.memberCount} members`),
  keyOf: ({ value }) => value.id,
}
