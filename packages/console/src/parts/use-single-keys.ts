import { useEffect, useRef } from 'react'
import { isForPage } from './single-keys.ts'

/** By key: what it does while no field has the focus. */
export type SingleKeys = Readonly<Record<string, () => void>>

export function useSingleKeys(keys: SingleKeys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = isForPage(event) ? now.current[event.key] : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
