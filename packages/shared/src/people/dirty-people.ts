import type { Person } from './company.ts'

/** What a dirty person breaks, so that a scenario can expect exactly this failure. */
export const DIRTY_KEYS = ['dirty-country', 'dirty-employee-id', 'dirty-username', 'dirty-plus-mailbox'] as const

/**
 * People who are legal at the IdP and break one rule of a receiver each: a country as free text (Lark B09), an employee number that
 * somebody else has (B05), a username that differs from the email address (B13, at an IdP that has both), and one with a plus sign
 * in the mailbox, which is legal everywhere but trips careless filters.
 */
export function dirtyPeople(clean: readonly Person[], domain: string): readonly Person[] {
  const first = clean[0]
  return [
    dirty('dirty-country', domain, { country: 'United States' }),
    dirty('dirty-employee-id', domain, first?.employeeId === undefined ? {} : { employeeId: first.employeeId }),
    dirty('dirty-username', domain, { username: 'dirty.username' }),
    { ...dirty('dirty-plus-mailbox', domain, {}), email: `dirty+plus@${domain}` },
  ]
}

function dirty(key: string, domain: string, broken: Partial<Person>): Person {
  const words = key.split('-').slice(1).join(' ')
  return {
    key,
    givenName: 'Dirty',
    surname: words,
    displayName: `Dirty ${words}`,
    email: `${key.replaceAll('-', '.')}@${domain}`,
    employeeId: `D-${key}`,
    department: 'Engineering',
    enabled: true,
    ...broken,
  }
}
