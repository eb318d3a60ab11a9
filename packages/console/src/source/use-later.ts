import { useEffect, useState } from 'react'

/** Calls `run` after `ms` milliseconds, unless what it is about is another by then. */
export function useLater(isWaiting: boolean, ms: number, about: unknown, run: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function with each rendering is no reason to begin anew.
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }, [isWaiting, ms, about])
}

/** Calls `run` every `ms` milliseconds as long as it is wanted. */
export function useEvery(isWanted: boolean, ms: number, run: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function with each rendering is no reason to begin anew.
  useEffect(() => {
    if (!isWanted) return
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  }, [isWanted, ms])
}

/** A value once it has rested for a moment, so that not every letter is asked for. */
export function useRested<Value>(value: Value, ms = 250): Value {
  const [rested, rest] = useState(value)
  const text = JSON.stringify(value)
  useLater(text !== JSON.stringify(rested), ms, text, () => rest(value))
  return rested
}
