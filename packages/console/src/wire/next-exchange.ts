import { indexOf } from './playhead.ts'
import type { Head } from './sentences.ts'

/** Two identity providers take turns; further than that nobody looks. */
const LOOKS_ON = 50

/** What a sender sent next, however much others sent between; undefined while it has sent nothing more. */
export function nextOf(heads: readonly Head[], head: Head): Head | undefined {
  const from = indexOf(heads, head.seq) + 1
  for (let index = from; index < Math.min(heads.length, from + LOOKS_ON); index += 1)
    if (heads[index]?.sender === head.sender) return heads[index]
  return undefined
}
