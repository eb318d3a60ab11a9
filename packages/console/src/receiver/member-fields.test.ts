import { expect, test } from 'vitest'
import type { Views } from '../source/source.ts'
import { changesOf, formOf, shownFields } from './member-fields.ts'

const MEMBER: Views['lark.members'] = {
  id: '1',
  status: 'Active',
  dataSource: 'SCIM',
  source: 'Lark & Entra ID Sync App',
  name: 'Ana',
  email: 'ana@contoso.example',
  jobTitle: 'Boss',
  fieldSources: { status: 'SCIM', name: 'Member', email: 'SCIM', jobTitle: 'Lark Admin Console' },
  userGroups: [],
  created: '2026-01-05T08:00:00Z',
  lastModified: '2026-01-05T08:00:00Z',
}

test('fields that are set stand in the order of the page, each with who has written it last', () => {
  expect(shownFields(MEMBER, ['name', 'mobile', 'jobTitle', 'status'])).toEqual([
    { label: 'Name', value: 'Ana', source: 'The member' },
    { label: 'Job title', value: 'Boss', source: 'Lark Admin Console' },
    { label: 'Status', value: 'Active', source: 'SCIM data source' },
  ])
})

test('only what was changed is sent, and nothing empty', () => {
  const before = formOf(MEMBER)
  expect(changesOf(before, { ...before, name: ' Ana B. ', jobTitle: '', mobile: '+49 1' })).toEqual({
    name: 'Ana B.',
    mobile: '+49 1',
  })
  expect(changesOf(formOf(undefined), before)).toEqual({ name: 'Ana', email: 'ana@contoso.example', jobTitle: 'Boss' })
})
