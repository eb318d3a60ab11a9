// Who and what can be chosen in a panel of the organization.
import type { PickerSource } from '../parts/picker-panel.tsx'
import { fullName } from './people/person.ts'

export const PEOPLE: PickerSource<'okta.users'> = {
  view: 'okta.users',
  query: { sort: 'firstName,lastName' },
  heading: 'People',
  nameOf: ({ value }) => fullName(value),
  noteOf: ({ key }) => key,
  keyOf: ({ value }) => value.id,
}

export const GROUPS: PickerSource<'okta.groups'> = {
  view: 'okta.groups',
  query: { sort: 'key', members: 'none' },
  heading: 'Groups',
  nameOf: ({ key }) => key,
  noteOf: ({ value: { memberCount } }) => (memberCount === 1 ? '1 person' : `${memberCount} people`),
  keyOf: ({ value }) => value.id,
}
