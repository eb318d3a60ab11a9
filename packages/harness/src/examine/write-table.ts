// Which attribute can be written in which form, and what is to be blamed for what cannot: the attribute, or the form? Pure.

export type Form = 'path' | 'capital' | 'add' | 'object'

export type Kind = 'simple' | 'dotted' | 'extension' | 'filtered' | 'userName'

export interface Cell {
  readonly attribute: string
  readonly kind: Kind
  readonly form: Form
  readonly outcome: 'done' | 'refused' | 'not-done'
  /** Expected and found, in a sentence. */
  readonly detail: string
}

export interface Blame {
  /** The mechanism that no living attribute gets through: `path/dotted`; or `attribute`. */
  readonly mechanism: `${Form}/${Kind}` | 'attribute' | 'nothing'
  readonly outcome: 'refused' | 'not-done'
  readonly cells: readonly Cell[]
}

/**
 * A form is blamed when no attribute of its kind gets through it although they can be written in another; an attribute, when others of its
 * kind get through where it does not. Where nothing can be written at all, that alone is told.
 */
export function blames(cells: readonly Cell[]): readonly Blame[] {
  const failed = cells.filter(({ outcome }) => outcome !== 'done')
  if (failed.length === 0) return []
  if (failed.length === cells.length) return [blame('nothing', failed)]
  const groups = byMechanism(cells)
  const mechanisms = [...groups].filter(([, group]) => isMechanism(group, cells))
  const explained = new Set(mechanisms.flatMap(([, group]) => group))
  const dead = new Set(
    mechanisms
      .filter(([name]) => name.startsWith('path/'))
      .flatMap(([, group]) => group.map(({ attribute }) => attribute)),
  )
  const rest = failed.filter((cell) => !explained.has(cell) && !dead.has(cell.attribute))
  return [
    ...mechanisms.map(([name, group]) => blame(name, group)),
    ...(rest.length > 0 ? [blame('attribute', rest)] : []),
  ]
}

function byMechanism(cells: readonly Cell[]): ReadonlyMap<`${Form}/${Kind}`, readonly Cell[]> {
  const groups = new Map<`${Form}/${Kind}`, Cell[]>()
  for (const cell of cells) {
    const name = `${cell.form}/${cell.kind}` as const
    groups.set(name, [...(groups.get(name) ?? []), cell])
  }
  return groups
}

/**
 * No user gets through. Of an attribute that cannot be written by its path either the other forms say nothing; by its path, it must be alive
 * in another form, or nobody of its kind be.
 */
function isMechanism(group: readonly Cell[], cells: readonly Cell[]): boolean {
  const [first] = group
  if (!first || group.some(({ outcome }) => outcome === 'done')) return false
  if (first.form !== 'path') return group.some(({ attribute }) => isDone(attribute, 'path', cells))
  const kin = cells.filter(({ kind }) => kind === first.kind)
  return group.some(({ attribute }) => isAlive(attribute, cells)) || !kin.some(({ outcome }) => outcome === 'done')
}

function isDone(attribute: string, form: Form, cells: readonly Cell[]): boolean {
  return cells.some((cell) => cell.attribute === attribute && cell.form === form && cell.outcome === 'done')
}

function isAlive(attribute: string, cells: readonly Cell[]): boolean {
  return cells.some((cell) => cell.attribute === attribute && cell.outcome === 'done')
}

function blame(mechanism: Blame['mechanism'], cells: readonly Cell[]): Blame {
  const refused = cells.filter(({ outcome }) => outcome === 'refused')
  return {
    mechanism,
    outcome: refused.length > 0 ? 'refused' : 'not-done',
    cells: refused.length > 0 ? refused : cells,
  }
}
