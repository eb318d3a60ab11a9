import { useEffect } from 'react'

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
