import { BadInput } from '@scimulator/harness/scenario'
import type { ProgramControl } from './program-control.ts'

/** What JumpCloud shows of a person, in the order in which it decides. */
const JUMPCLOUD_VIEWS = ['users', 'links', 'pushes', 'insights'] as const
const MOST = 20

/**
 * Why a person was provisioned, or skipped. Entra ID explains it itself, and only reads; of JumpCloud it is what its views show.
 *
 * @throws BadInput when the program is neither, or knows nobody of that name
 */
export async function explainPerson(program: ProgramControl, user: string): Promise<object> {
  const verbs = await program.verbs()
  if (verbs.includes('explain')) return withoutTargetValues(await program.verb('explain', { user }))
  if (verbs.includes('bind-group')) return await shownByJumpCloud(program, user)
  throw new BadInput(
    'This program is no identity provider; give where an Entra ID tenant or a JumpCloud organisation listens.',
  )
}

/** The values that were at the endpoint before may be those of somebody who is not ours: only what would be written is told. */
function withoutTargetValues(explanation: unknown): object {
  return JSON.parse(JSON.stringify(explanation, (key, value) => (key === 'oldValue' ? undefined : value)))
}

async function shownByJumpCloud(program: ProgramControl, user: string): Promise<object> {
  const { items } = await program.view('users')
  const person = items.find(
    ({ key, value }) => key === user || Object(value).email === user || Object(value).id === user,
  )
  if (!person) throw new BadInput(`The organisation has no user called "${user}".`)
  const names = new Set([person.key, Object(person.value).id])
  const shown = await Promise.all(
    JUMPCLOUD_VIEWS.slice(1).map(async (view) => {
      const page = await program.view(view)
      const about = page.items.filter(({ key, value }) => names.has(key) || mentions(value, names))
      return [view, about.slice(-MOST).map(({ value }) => value)] as const
    }),
  )
  return { user: person.value, ...Object.fromEntries(shown) }
}

function mentions(value: unknown, names: ReadonlySet<unknown>): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some((inner) => mentions(inner, names))
  return typeof value === 'string' && names.has(value)
}
