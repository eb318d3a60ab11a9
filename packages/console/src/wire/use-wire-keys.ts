// Keys of the wire page. Single letters act while nothing that takes letters has the focus.
import { useEffect, useRef } from 'react'
import { isForPage } from '../parts/single-keys.ts'
import type { Move } from './playhead.ts'

export interface WireKeys {
  readonly move: (move: Move) => void
  readonly isPlaying: boolean
  readonly toggleErrors: () => void
  readonly search: () => void
}

export function useWireKeys(keys: WireKeys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isForPage(event)) return
      const act = actOf(event.key, now.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function actOf(key: string, { move, isPlaying, toggleErrors, search }: WireKeys): (() => void) | undefined {
  switch (key) {
    case ' ':
      return () => move({ kind: isPlaying ? 'pause' : 'play' })
    case ',':
      return () => move({ kind: 'step', by: -1 })
    case '.':
      return () => move({ kind: 'step', by: 1 })
    case '[':
      return () => move({ kind: 'to-object', by: -1 })
    case ']':
      return () => move({ kind: 'to-object', by: 1 })
    case 'e':
      return toggleErrors
    case '/':
      return search
    default:
      return undefined
  }
}
