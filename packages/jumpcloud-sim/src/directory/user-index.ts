import type { SystemUser } from './system-user.ts'

/** Finds users by what must be unique in the organisation. Names and addresses are compared without regard to case. */
export interface UserIndex {
  replace(before: SystemUser | undefined, after: SystemUser | undefined): void
  byName(username: string): string | undefined
  byEmail(email: string): string | undefined
  byEmployeeIdentifier(identifier: string): string | undefined
  readonly expiring: ReadonlySet<string>
  clear(): void
}

export function createUserIndex(): UserIndex {
  const names = new Map<string, string>()
  const emails = new Map<string, string>()
  const identifiers = new Map<string, string>()
  const expiring = new Set<string>()

  function forget(user: SystemUser): void {
    drop(names, user.username.toLowerCase(), user._id)
    drop(emails, user.email.toLowerCase(), user._id)
    if (user.employeeIdentifier) drop(identifiers, user.employeeIdentifier, user._id)
    expiring.delete(user._id)
  }

  function remember(user: SystemUser): void {
    names.set(user.username.toLowerCase(), user._id)
    emails.set(user.email.toLowerCase(), user._id)
    if (user.employeeIdentifier) identifiers.set(user.employeeIdentifier, user._id)
    if (user.password_expiration_date && !user.password_expired && !user.password_never_expires) expiring.add(user._id)
  }

  return {
    replace(before, after) {
      if (before) forget(before)
      if (after) remember(after)
    },
    byName: (username) => names.get(username.toLowerCase()),
    byEmail: (email) => emails.get(email.toLowerCase()),
    byEmployeeIdentifier: (identifier) => identifiers.get(identifier),
    expiring,
    clear() {
      for (const index of [names, emails, identifiers, expiring]) index.clear()
    },
  }
}

function drop(index: Map<string, string>, key: string, id: string): void {
  if (index.get(key) === id) index.delete(key)
}
