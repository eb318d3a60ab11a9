// What happens to people, as verbs of the identity provider where they are.

import type { ActStep, PersonChoice, Provider } from '../parts/provider.ts'

/** A joiner: an account, and the group of the department, through which the application is assigned. */
export function hire(provider: Provider, name: string, department: string, domain: string): readonly ActStep[] {
  const mailbox = mailboxOf(name)
  const address = `${mailbox}@${domain}`
  const [givenName, surname] = partsOf(name)
  return [
    provider.create({ name, givenName, surname, mailbox, address, department }),
    { verb: `${provider.program}.add-member`, input: { group: department, user: address } },
  ]
}

/** A mover: another department, and its group instead of the one before. */
export function move(
  provider: Pick<Provider, 'program' | 'setDepartment'>,
  { key, groups }: Pick<PersonChoice, 'key' | 'groups'>,
  group: string,
): readonly ActStep[] {
  const { program } = provider
  return [
    provider.setDepartment(key, group),
    ...(groups.includes(group) ? [] : [{ verb: `${program}.add-member`, input: { group, user: key } }]),
    ...groups
      .filter((before) => before !== group)
      .map((before) => ({ verb: `${program}.remove-member`, input: { group: before, user: key } })),
  ]
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
