// Where on the wire the page stands. The world runs as fast as it can; people watch at their own speed, in both directions.
import type { Head } from './sentences.ts'

export interface Playhead {
  /** The last exchange that is shown; undefined while the newest is followed. */
  readonly at: number | undefined
  readonly isPlaying: boolean
  /** Exchanges a second. */
  readonly speed: number
}

export const SPEEDS = [0.5, 1, 2, 4, 8, 16, 32] as const

export type Move =
  | { readonly kind: 'follow' | 'pause' | 'play' }
  /** One exchange on or back; `to-object` goes to where another object begins. */
  | { readonly kind: 'step' | 'to-object'; readonly by: 1 | -1 }
  /** There, standing still or playing on from there. */
  | { readonly kind: 'to' | 'play-from'; readonly at: number }
  | { readonly kind: 'speed'; readonly speed: number }

/** @param heads what is shown at all, oldest first */
export function moved(playhead: Playhead, move: Move, heads: readonly Head[]): Playhead {
  const newest = heads.at(-1)?.seq
  switch (move.kind) {
    case 'follow':
      return { ...playhead, at: undefined, isPlaying: false }
    case 'pause':
      return { ...playhead, at: playhead.at ?? newest ?? 0, isPlaying: false }
    case 'play':
      // Who plays while nothing is to come begins at the first.
      return { ...playhead, at: playhead.at === undefined || playhead.at === newest ? 0 : playhead.at, isPlaying: true }
    case 'speed':
      return { ...playhead, speed: move.speed }
    case 'play-from':
      return { ...playhead, at: move.at, isPlaying: true }
    case 'to':
      return { ...playhead, at: move.at, isPlaying: false }
    case 'step':
      return at(playhead, heads, indexOf(heads, playhead.at) + move.by)
    case 'to-object':
      return { ...at(playhead, heads, nextObject(heads, indexOf(heads, playhead.at), move.by)), isPlaying: false }
  }
}

/** Playing ends where it has caught up: then it follows. */
function at(playhead: Playhead, heads: readonly Head[], index: number): Playhead {
  const isEnd = playhead.isPlaying && index >= heads.length - 1
  if (isEnd) return { ...playhead, at: undefined, isPlaying: false }
  return { ...playhead, at: index < 0 ? 0 : (heads[Math.min(index, heads.length - 1)]?.seq ?? 0) }
}

/** Of the last exchange that is shown; -1 before the first. By halves: it is asked for with every step. */
export function indexOf(heads: readonly Pick<Head, 'seq'>[], seq: number | undefined): number {
  if (seq === undefined) return heads.length - 1
  let [low, high] = [0, heads.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((heads[middle]?.seq ?? 0) <= seq) low = middle + 1
    else high = middle
  }
  return low - 1
}

function nextObject(heads: readonly Head[], from: number, by: 1 | -1): number {
  const here = objectOf(heads[from])
  let index = from + by
  while (index >= 0 && index < heads.length && objectOf(heads[index]) === here) index += by
  return Math.max(-1, Math.min(heads.length - 1, index))
}

/** Whom an exchange is about; a probe and a test are about themselves. */
export function objectOf(head: Head | undefined): string | undefined {
  if (!head) return undefined
  if (head.subject) return head.subject.id
  if (head.purpose === 'probe' || head.activity === 'test') return `${head.activity}`
  return head.objectId ?? head.name ?? head.filter ?? head.path
}
