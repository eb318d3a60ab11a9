// Where people and things of a world stand: which view of which program shows them, and which of its words name them.
import { type Control, VerbError, type ViewItem } from '@scimulator/shared/behaviour'
import type { LiveProgram } from '../live-program.ts'

export const KINDS = ['person', 'group', 'department', 'application'] as const
export type Kind = (typeof KINDS)[number]

export interface Place {
  readonly kind: Kind
  readonly program: string
  readonly view: string
  /** Members of an item that name it, the one that people know first; with a space between them, of several that make one name. */
  readonly names: readonly string[]
}

/** Those that identity providers have first, because that is where people look for somebody. */
export const PLACES: readonly Place[] = [
  { kind: 'person', program: 'entra', view: 'users', names: ['displayName', 'userPrincipalName', 'mail'] },
  { kind: 'person', program: 'jumpcloud', view: 'users', names: ['displayname', 'username', 'email'] },
  { kind: 'person', program: 'okta', view: 'users', names: ['firstName lastName', 'displayName', 'login', 'email'] },
  { kind: 'person', program: 'receiver', view: 'members', names: ['name', 'email', 'employeeID'] },
  { kind: 'person', program: 'receiver', view: 'deleted-members', names: ['name', 'email', 'employeeID'] },
  { kind: 'person', program: 'receiver', view: 'users', names: ['displayName', 'userName'] },
  { kind: 'group', program: 'entra', view: 'groups', names: ['displayName'] },
  { kind: 'group', program: 'jumpcloud', view: 'groups', names: ['name'] },
  { kind: 'group', program: 'okta', view: 'groups', names: [] },
  { kind: 'group', program: 'receiver', view: 'user-groups', names: ['name'] },
  { kind: 'group', program: 'receiver', view: 'groups', names: ['displayName'] },
  { kind: 'department', program: 'receiver', view: 'departments', names: ['name'] },
  { kind: 'application', program: 'entra', view: 'applications', names: ['displayName', 'name'] },
  { kind: 'application', program: 'jumpcloud', view: 'applications', names: ['displayLabel', 'name'] },
  { kind: 'application', program: 'okta', view: 'applications', names: [] },
  { kind: 'application', program: 'receiver', view: 'sync-sources', names: ['name'] },
]

export type Programs = ReadonlyMap<string, LiveProgram>

/** What a view shows; nothing where the program has no such view, or nothing to show in it yet. */
export async function itemsOf(programs: Programs, program: string, view: string): Promise<readonly ViewItem[]> {
  const control: Control | undefined = programs.get(program)?.control
  try {
    return (await control?.views.get(view)?.read({})) ?? []
  } catch (error) {
    if (error instanceof VerbError) return []
    throw error
  }
}

/** The texts that name an item, each once; its key last. */
export function namesOf({ names }: Place, { key, value }: ViewItem): readonly [string, ...string[]] {
  const known = names.map((name) => nameIn(value, name)).filter((text) => text !== '')
  const [first = key, ...others] = [...new Set([...known, key])]
  return [first, ...others]
}

function nameIn(value: ViewItem['value'], members: string): string {
  const texts = members.split(' ').map((member) => value[member])
  return texts.filter((text) => typeof text === 'string' && text !== '').join(' ')
}
