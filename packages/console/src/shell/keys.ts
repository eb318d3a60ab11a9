// Keys of every page, and the list that tells of all.
import { useEffect, useRef } from 'react'
import { FAMILIES } from '../families.ts'
import { isForPage } from '../parts/single-keys.ts'

export const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'find anybody or any page'],
  ['g h · g w · g s', 'go home · to the wire · to the stories'],
  [FAMILIES.map(({ letter }) => `g ${letter}`).join(' · '), `go to ${FAMILIES.map(({ name }) => name).join(' · to ')}`],
  ['t', 'the clock'],
  ['n', 'to the next event'],
  ['?', 'these keys'],
  ['j k, ↑ ↓', 'next, previous row of a list'],
  ['Enter · Esc', 'open a row · close what is open'],
  ['Space', 'on the wire: play, pause'],
  [', .', 'on the wire: one exchange back, one on'],
  ['[ ]', 'on the wire: previous, next person or group'],
  ['e · / · c', 'on the wire: errors only · search · copy as curl what is open'],
]

/** Where `g` and a letter lead. */
const PLACES: Readonly<Record<string, string>> = {
  h: '/',
  w: '/wire',
  s: '/stories',
  ...Object.fromEntries(FAMILIES.map(({ letter, home }) => [letter, home])),
}

/** A second letter counts so long after the first. */
const CHORD_MS = 1_500

export interface ShellActs {
  readonly find: () => void
  readonly help: () => void
  readonly clock: () => void
  readonly next: () => void
  readonly go: (path: string) => void
}

export function useShellKeys(acts: ShellActs): void {
  const now = useRef(acts)
  now.current = acts
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent): void => {
      const isAfterG = event.timeStamp - wentAt < CHORD_MS
      wentAt = Number.NEGATIVE_INFINITY
      const act = isPalette(event)
        ? now.current.find
        : isForPage(event)
          ? actOf(event.key, isAfterG, now.current)
          : undefined
      if (act) {
        event.preventDefault()
        act()
      } else if (event.key === 'g' && isForPage(event)) wentAt = event.timeStamp
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function isPalette({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey
}

function actOf(key: string, isAfterG: boolean, { help, clock, next, go }: ShellActs): (() => void) | undefined {
  const place = isAfterG ? PLACES[key] : undefined
  if (place !== undefined) return () => go(place)
  return { '?': help, t: clock, n: next }[key]
}
