// What happens to people, as verbs of the identity provider where they are.

export type ProviderName = 'entra' | 'jumpcloud'

export interface ActStep {
  readonly verb: string
  readonly input: object
}

export interface PersonHere {
  /** As the identity provider calls them. */
  readonly key: string
  /** Groups that they are in, by name. */
  readonly groups: readonly string[]
}

/** A joiner: an account, and the group of the department, through which the application is assigned. */
export function hire(provider: ProviderName, name: string, group: string, domain: string): readonly ActStep[] {
  const address = `${mailboxOf(name)}@${domain}`
  const [givenName, surname] = partsOf(name)
  if (provider === 'entra') {
    const set = { givenName, surname, mail: address, mailNickname: mailboxOf(name), department: group }
    return [
      { verb: 'entra.create-user', input: { userPrincipalName: address, displayName: name, set } },
      { verb: 'entra.add-member', input: { group, user: address } },
    ]
  }
  const user = { username: address, email: address, firstname: givenName, lastname: surname, department: group }
  return [
    { verb: 'jumpcloud.create-user', input: { ...user, state: 'ACTIVATED' } },
    { verb: 'jumpcloud.add-member', input: { group, user: address } },
  ]
}

/** A mover: another department, and its group instead of the one before. */
export function move(provider: ProviderName, { key, groups }: PersonHere, group: string): readonly ActStep[] {
  const changed =
    provider === 'entra'
      ? { verb: 'entra.update-user', input: { user: key, set: { department: group } } }
      : { verb: 'jumpcloud.update-user', input: { user: key, set: { department: group } } }
  return [
    changed,
    ...(groups.includes(group) ? [] : [{ verb: `${provider}.add-member`, input: { group, user: key } }]),
    ...groups
      .filter((before) => before !== group)
      .map((before) => ({ verb: `${provider}.remove-member`, input: { group: before, user: key } })),
  ]
}

/** A leaver: deleted in Entra ID, which keeps them in its bin; suspended in JumpCloud. */
export function leave(provider: ProviderName, key: string): readonly ActStep[] {
  return [{ verb: provider === 'entra' ? 'entra.delete-user' : 'jumpcloud.suspend-user', input: { user: key } }]
}

/** What makes the identity provider send what it owes. */
export function syncNow(provider: ProviderName): ActStep {
  return provider === 'entra' ? { verb: 'entra.run-cycle', input: {} } : { verb: 'world.advance', input: { by: '1m' } }
}

/** `Åsa Öberg` as `asa.oberg`: user names and addresses must be plain at every identity provider. */
export function mailboxOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\s+/g, '.')
    .replace(/[^A-Za-z0-9.]/g, '')
    .replace(/^\.+|\.+$/g, '')
    .toLowerCase()
  return plain === '' ? 'person' : plain
}

function partsOf(name: string): readonly [string, string] {
  const words = name.trim().split(/\s+/)
  return words.length === 1 ? [words[0] ?? '', words[0] ?? ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? '']
}
