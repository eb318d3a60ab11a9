// Long lists of lines, cut so that nothing of another kind is behind "and n more".

/** More than these say nothing new, as long as each kind is among them. */
const MOST_LINES = 10

/** At least one line of each kind, in their order, and how many are left out. */
export function oneOfEach(lines: readonly string[]): { readonly shown: readonly string[]; readonly rest: number } {
  if (lines.length <= MOST_LINES) return { shown: lines, rest: 0 }
  const kinds = new Set<string>()
  const first = new Set<number>()
  for (const [at, line] of lines.entries()) {
    if (!kinds.has(kindOf(line))) first.add(at)
    kinds.add(kindOf(line))
  }
  let room = MOST_LINES - first.size
  const shown = lines.filter((_, at) => {
    if (first.has(at)) return true
    room -= 1
    return room >= 0
  })
  return { shown, rest: lines.length - shown.length }
}

/** What it says, without the person it is about: without its number, ids, and names in quotation marks. */
function kindOf(line: string): string {
  return line
    .replace(/^#\d+ /, '')
    .replace(/\?[^ ]*/, '?')
    .replace(/(?<=\/(?:Users|Groups)\/)[^ /?:]+/, '')
    .replace(/"[^"]*"/g, '""')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/gi, '')
}
