// Labels of JumpCloud's portal that Lark's help page names, in its order, against the words of these pages.
import { expect, test } from 'vitest'
import { creating, identity, steps, tabs, words } from './words.ts'

const KNOWN = new Set(textsOf([creating, identity, steps, tabs, words]))

test.each([
  'User Authentication',
  'SSO Applications',
  'Add New Application',
  'Create New Application Integration',
  'Custom Application',
  'Select Applications',
  'Create App Integration',
  'Next',
  'Select Options',
  'Export users to this app (Identity Management)',
  'Enter General Info',
  'Display Label',
  'Save Application',
  'Review',
  'Configure Application',
  'Identity Management',
  'SCIM API',
  'API Type',
  'SCIM 2.0',
  'SCIM Version',
  'Base URL',
  'Test User Email',
  'Enable management of User Groups and Group Membership in this application',
  'Group Management',
  'Activate',
  'User Groups',
  'Save',
])('the help page’s "%s" is a word of these pages', (label) => {
  expect(KNOWN).toContain(label)
})

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
