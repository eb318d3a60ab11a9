// What is told of changes: which program, and which of its views may show something else now.
import type { Control } from '@scimulator/shared/behaviour'
import type { EventHub } from '@scimulator/shared/http'
import { realTime } from '@scimulator/shared/runtime'
import { EVERYTHING } from '@scimulator/shared/store'

type Programs = ReadonlyMap<string, { readonly control: Control }>

export interface ChangeNotes {
  /** Tells now. @param acted a program that a verb has changed, also where its log shows no step of that */
  now(acted?: string): void
  /** Tells in a moment. */
  soon(): void
  /** A program's store has changed these collections; that is told in a moment. */
  stored(program: string, collections: ReadonlySet<string>): void
}

/** Changes are told at most so often, in milliseconds of real time. */
const CHANGES_EVERY_MS = 100

/** `changed` events, one a program, gathered over a moment. */
export function changeNotes(hub: EventHub, programs: () => Programs): ChangeNotes {
  const seen = new Map<string, number>()
  const touched = new Map<string, Set<string>>()
  let isComing = false
  const now = (acted?: string): void => {
    for (const [program, { control }] of programs()) {
      const collections = touched.get(program)
      const seq = control.seq()
      if (program !== acted && collections === undefined && seen.get(program) === seq) continue
      touched.delete(program)
      seen.set(program, seq)
      hub.publish('changed', { program, seq, ...viewsOf(control, collections) })
    }
  }
  const soon = (): void => {
    if (isComing) return
    isComing = true
    void realTime.sleep(CHANGES_EVERY_MS).then(() => {
      isComing = false
      now()
    })
  }
  return {
    now,
    soon,
    stored(program, collections) {
      touched.set(program, new Set([...(touched.get(program) ?? []), ...collections]))
      soon()
    },
  }
}

/** Nothing where any view may show something else. */
function viewsOf(
  { views }: Control,
  collections: ReadonlySet<string> | undefined,
): { readonly views?: readonly string[] } {
  if (collections === undefined || collections.has(EVERYTHING)) return {}
  const isOld = ({ watches }: { readonly watches?: readonly string[] }): boolean =>
    watches === undefined || watches.some((name) => collections.has(name))
  return { views: [...views.values()].filter(isOld).map(({ name }) => name) }
}
