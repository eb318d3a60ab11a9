// Labels that Lark's two help pages name, in their order, against the words of these pages.
import { expect, test } from 'vitest'
import { access, byKind, general, steps, words } from './words.ts'

const KNOWN = new Set(textsOf([access, byKind, general, steps, words]))

/** What the help page about Entra ID presses, fills in and looks at, as far as it is in Lark's console. */
const ENTRA_PAGE = [
  'Settings',
  'Directory Sync',
  'Add sync source',
  'EntraID',
  'Configure access security',
  'Copy Token',
  'Refresh',
  'Copy URL',
  'Next',
  'Set attributes',
  'Field value of Employee Type in Entra ID',
  'Name of Workforce Type',
  'General settings',
  'Member notification',
  'Member deletion rule',
  'Administrator notification',
  'Select attributes for identifying existing users',
  'Preview',
  'Save',
  'Save and Activate',
  'Deactivate',
  'Activate',
  'Edit',
  'Delete',
  'Sync log',
  'Details',
  'Compliance › Audit Log › Admin log',
  'Event type',
  'Settings › Organization Data Sync',
  'Administrator',
  'Start time',
  'End time',
  'Search',
]

const JUMPCLOUD_PAGE = [
  'Add sync source',
  'JumpCloud',
  'Field value of Employee Type in JumpCloud',
  'Name of Workforce Type in Lark',
  'Select attributes for identifying existing users when creating new users',
  'Members',
  'Departments',
  'Organization › Member and Department',
  'Organization › User Group',
  'Organization › Field Management',
  'SCIM data source',
  'Lark Admin Console',
]

test.each([...new Set([...ENTRA_PAGE, ...JUMPCLOUD_PAGE])])(
  'the help pages’ "%s" is a word of these pages',
  (label) => {
    expect(KNOWN).toContain(label)
  },
)

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
