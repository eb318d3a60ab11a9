// On a foreign target other people's accounts live beside ours. A prefix goes into user names, e-mail addresses and group names before
// any mapping sees them, and comes off again where a view is read, so that a scenario reads the same on every target.
import type { Company } from '@scimulator/shared/people'

export interface Namespace {
  readonly prefix: string
  company(company: Company): Company
  /** A step's input: addresses of the company's domain and names of groups get the prefix. */
  input(value: unknown): unknown
  /** What a view shows: the prefix comes off every text. */
  plain<Value>(value: Value): Value
  /** Whether a userName or displayName read from the target is one of ours. */
  owns(name: string): boolean
}

const GROUP_KEYS = new Set(['group', 'groups', 'name', 'newName', 'displayName', 'to'])

export function createNamespace(prefix: string): Namespace {
  const domains = new Set<string>()
  const groups = new Set<string>()
  const mark = (text: string): string => (text.startsWith(prefix) ? text : `${prefix}${text}`)

  function address(text: string): string {
    const at = text.lastIndexOf('@')
    return at > 0 && domains.has(text.slice(at + 1).toLowerCase()) ? mark(text) : text
  }

  function input(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return GROUP_KEYS.has(key) && groups.has(value) ? mark(value) : address(value)
    if (Array.isArray(value)) return value.map((item) => input(item, key))
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, input(item, name)]))
  }

  return {
    prefix,
    input: (value) => input(value),
    company(company) {
      domains.add(company.domain.toLowerCase())
      for (const { name } of company.groups) groups.add(name)
      return {
        ...company,
        people: company.people.map((person) => ({
          ...person,
          email: mark(person.email),
          ...(person.username === undefined ? {} : { username: mark(person.username) }),
        })),
        groups: company.groups.map((group) => ({ ...group, name: mark(group.name), groups: group.groups.map(mark) })),
      }
    },
    plain: (value) => JSON.parse(JSON.stringify(value ?? null).replaceAll(prefix, '')),
    // Entra ID puts an object id before the name of somebody in its bin, so the prefix need not come first.
    owns: (name) => name.includes(prefix),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
