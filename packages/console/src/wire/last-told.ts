// The newest exchange in which the application has shown a resource itself, up to the playhead.
import { indexOf } from './playhead.ts'
import type { Head } from './sentences.ts'

export interface LastTold {
  /** Id of the resource at the application. */
  readonly id: string
  readonly name: string
  /** Whose answer has the whole resource; undefined where none has. */
  readonly by: number | undefined
  /** Later ones that changed it and answered without it. */
  readonly since: readonly number[]
}

/** Of whatever the last exchange that is shown was about; undefined while it was about nothing in particular. */
export function lastTold(heads: readonly Head[], at: number | undefined): LastTold | undefined {
  const last = indexOf(heads, at)
  const about = heads.slice(0, last + 1).findLast(({ objectId, object }) => objectId !== null && object !== null)
  if (!about?.objectId) return undefined
  const { objectId: id } = about
  const since: number[] = []
  for (let index = indexOf(heads, about.seq); index >= 0; index -= 1) {
    const head = heads[index]
    if (head?.objectId !== id) continue
    if (showsResource(head)) return { id, name: head.name ?? id, by: head.seq, since }
    if (head.method !== 'GET' && (head.status ?? 500) < 300) since.unshift(head.seq)
  }
  return { id, name: about.name ?? id, by: undefined, since }
}

function showsResource({ status, method }: Head): boolean {
  return (status === 200 || status === 201) && method !== 'DELETE'
}

/** The resource in an answer, which may be a list of one. */
export function resourceIn(body: string | null | undefined, id: string): object | undefined {
  const answered = parsed(body)
  const [only]: readonly unknown[] = Array.isArray(answered.Resources) ? answered.Resources : []
  return [answered, Object(only)].find((one) => one.id === id)
}

function parsed(body: string | null | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(body ?? ''))
  } catch {
    return {}
  }
}
