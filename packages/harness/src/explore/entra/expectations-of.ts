// The directory that an oracle foresees, as expectations of a scenario file. Pure.
import { type History, isPrefixed, nameBehindIds } from '@scimulator/oracle/entra'

type Account = History['accounts'] extends Map<string, infer One> ? One : never

/** Everybody and every group that must be there, and nobody else. */
export function expectationsOf(history: History): readonly object[] {
  const accounts = [...history.accounts.values()]
  const groups = [...history.targetTeams.values()].map((team) => {
    const name = team.values.get('displayName') ?? ''
    return [name, { members: { $unordered: [...team.members].map((id) => nameOf(history, id)) } }] as const
  })
  return [...peopleOf(history, accounts), { view: 'directory.groups', exactly: Object.fromEntries(groups) }]
}

/** By name where each is known; whose name begins with an object id is found by the externalId. */
function peopleOf(history: History, accounts: readonly Account[]): readonly object[] {
  const named = accounts.map((account) => [account.values.get('userName') ?? '', account] as const)
  if (!named.some(([name]) => isPrefixed(name))) {
    const exactly = Object.fromEntries(named.map(([name, account]) => [name, valuesOf(history, account)]))
    return [{ view: 'directory.users', exactly }]
  }
  const all = { view: 'directory.users', note: 'everybody who must be there', count: accounts.length }
  return [all, ...accounts.flatMap((account) => personOf(history, account))]
}

function personOf(history: History, account: Account): readonly object[] {
  const externalId = account.values.get('externalId')
  const alike = [...history.accounts.values()].filter((other) => other.values.get('externalId') === externalId)
  if (externalId === undefined || alike.length > 1) return []
  const each = { userName: text(account.values.get('userName') ?? ''), ...valuesOf(history, account) }
  return [{ view: 'directory.users', where: { externalId }, count: 1, each }]
}

function valuesOf(history: History, { values, isActive, manager }: Account): object {
  const shown: Record<string, unknown> = { active: isActive }
  for (const [path, value] of values) if (path !== 'userName') put(shown, path, value)
  const boss = manager === null ? undefined : history.accounts.get(manager)?.values.get('userName')
  if (manager === null) shown.manager = { $absent: true }
  else if (boss !== undefined && !isPrefixed(boss)) shown.manager = { $person: boss }
  return shown
}

/** `name.givenName`, `addresses[type eq "work"].country`: what stands at a path of a mapping (RFC 7644 §3.5.2). */
function put(shown: Record<string, unknown>, path: string, value: unknown): void {
  const filtered = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(path)
  const [first = '', second] = path.split('.')
  if (filtered) {
    const [, attribute = '', type, part = ''] = filtered
    const before = shown[attribute] as { $contains: object } | undefined
    shown[attribute] = { $contains: { type, ...before?.$contains, [part]: value } }
  } else if (second === undefined) shown[first] = value
  else shown[first] = { ...(shown[first] as object | undefined), [second]: value }
}

function nameOf({ accounts, targetTeams }: History, id: string): unknown {
  const name = accounts.get(id)?.values.get('userName') ?? targetTeams.get(id)?.values.get('displayName') ?? id
  return text(name)
}

/** A name that was freed by its owner’s object id in front (onyx#14074): which id, only the run knows. */
function text(name: string): unknown {
  const behind = nameBehindIds(name)
  return behind === undefined ? name : { $matches: `^([0-9a-f]{32})+${escaped(behind)}$` }
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
