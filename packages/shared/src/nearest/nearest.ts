/** What is longer is no slip of the hand: comparing it letter by letter would take longer than any answer may. */
const LONGEST = 200

/** The known names that come nearest to what was written, best first; at most `limit` (default 3). */
export function nearest(written: string, known: Iterable<string>, limit = 3): string[] {
  if (written.length > LONGEST) return []
  const far = Math.max(2, Math.ceil(written.length / 3))
  return [...known]
    .filter((name) => isAsLong(written, name, far) || isAsLong(written, afterDot(name), far))
    .map((name) => ({ name, distance: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= far)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name)
}

/** `Did you mean "a" or "b"?`, or else what there is to choose from. */
export function suggest(written: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearest(written, names)
  if (near.length > 0) return `Did you mean ${near.map((name) => JSON.stringify(name)).join(' or ')}?`
  if (names.length === 0) return 'There is none to choose from.'
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `Known: ${shown} and ${names.length - 12} more.` : `Known: ${shown}.`
}

/** The distance of the whole; a part after the dot that fits is near. */
function distance(a: string, b: string): number {
  const whole = editDistance(a, b)
  const local = b.includes('.') && !a.includes('.') ? editDistance(a, afterDot(b)) + 0.5 : whole
  return Math.min(whole, local)
}

/** Each letter that one has more is an edit. */
function isAsLong(a: string, b: string, far: number): boolean {
  return Math.abs(a.length - b.length) <= far
}

function afterDot(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

/** How many single-letter edits lead from one text to the other; swapping two neighbours is one edit. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const choices = [at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + cost]
      current.push(Math.min(...choices, isSwap ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY))
    }
    before = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
