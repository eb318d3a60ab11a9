// What a command prints, without what differs from run to run, and no wider than a page.

const WIDTH = 118
const ANSWER = /^( +answered|answer:|read again:) /

/** Ids, names of the run, times and the port, each replaced by one that stays, of the same length. */
export function still(text: string, port: number): string {
  const ids = numbered((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
  const people = numbered((n) => `scimulator-k7m2x9qa-t4w6z-${n}`)
  return text
    .replaceAll(`:${port}`, ':3000')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ids)
    .replace(/scimulator-[a-z0-9]{8}-[a-z0-9]{5}-\d+/g, people)
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '2026-11-29T09:00:00.000Z')
    .replace(/^( {4}broke +)(.+)$/gm, (_, head: string, acts: string) => head + acts.split(', ').sort().join(', '))
    .split('\n')
    .flatMap(fold)
    .join('\n')
}

function numbered(name: (n: number) => string): (found: string) => string {
  const seen: string[] = []
  return (found) => {
    if (!seen.includes(found)) seen.push(found)
    return name(seen.indexOf(found) + 1)
  }
}

/** Sentences go on in the next line, below their beginning. Answers are cut, and so is what cannot be broken. */
function fold(line: string): string[] {
  if (line.length <= WIDTH) return [line.trimEnd()]
  if (ANSWER.test(line)) return [cut(line)]
  const indent = ' '.repeat(beginOf(line))
  const space = line.lastIndexOf(' ', WIDTH)
  const isText = space > indent.length + WIDTH / 3
  const at = isText ? space + 1 : line.lastIndexOf(',', WIDTH - 1) + 1
  if (at <= indent.length + 1) return [cut(line)]
  return [line.slice(0, at).trimEnd(), ...fold(indent + line.slice(at))]
}

function cut(line: string): string {
  return `${line.slice(0, WIDTH - 1)}…`
}

/** Column where the text of a line begins: of a finding's row, of a verdict, of anything else. */
function beginOf(line: string): number {
  if (line.startsWith('    ')) return /^ {4}\S+ +/.exec(line)?.[0].length ?? /^ */.exec(line)?.[0].length ?? 0
  return line.startsWith('  ') ? 37 : 0
}

/** For comparison with another run: counts, seconds and what else an answer shows do not matter. */
export function comparable(text: string): string {
  return text
    .replace(/\d+ requests in [\d.]+ s/g, 'N requests in N s')
    .replace(/^( +answered|answer:|read again:) +(\d+).*$/gm, '$1 $2')
}

/** For the README: everything of the first finding, of the others the first line. */
export function shortened(text: string): string {
  const parts = text.trimEnd().split('\n\n')
  const shown = parts.map((part, index) =>
    index > 1 && /^\(\d+\)/.test(part) ? `${part.split('\n')[0]}\n    …` : part,
  )
  return `${shown.join('\n\n')}\n`
}
