// What a process that fuzzes tells of its way, a line each.
import type { Stretch } from './fuzz-target.ts'

export function toldTo(out: NodeJS.WritableStream): (stretch: Stretch) => void {
  return (stretch) => void out.write(`${JSON.stringify({ stretch })}\n`)
}
