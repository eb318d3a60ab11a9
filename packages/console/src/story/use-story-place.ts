import { useCallback, useEffect, useRef, useState } from 'react'
import { useViewState } from '../parts/view-state.ts'
import type { StoryRecording } from '../source/recording-source.ts'
import { useLater } from '../source/use-later.ts'
import { beginning, onward, placeIn, type StoryPlace, waitMs } from './place.ts'

export interface UseStoryPlace {
  readonly place: StoryPlace
  readonly isPlaying: boolean
  readonly speed: number
  readonly setSpeed: (speed: number) => void
  /** Stands still there; undefined stays. */
  readonly go: (place: StoryPlace | undefined) => void
  readonly toggle: () => void
}

/** Where the page stands in the story; the address says it. A story that is opened without a step plays at once. */
export function useStoryPlace(recording: StoryRecording): UseStoryPlace {
  const { state, set } = useViewState()
  const [place, setPlace] = useState(() => placeIn(recording, state.step, state.at))
  const [isPlaying, setPlaying] = useState(state.step === undefined)
  const [speed, setSpeed] = useState(1)
  const next = onward(recording, place)
  useLater(isPlaying, waitMs(recording, place, speed), place, () => {
    if (next) setPlace(next)
    if (!next || !onward(recording, next)) setPlaying(false)
  })
  useAddress(place, isPlaying, set)
  const go = useCallback((to: StoryPlace | undefined) => {
    setPlaying(false)
    if (to) setPlace(to)
  }, [])
  const toggle = useCallback(() => {
    // Who plays at the end begins anew.
    setPlace((before) => (isPlaying || onward(recording, before) ? before : beginning(recording, 1)))
    setPlaying(!isPlaying)
  }, [isPlaying, recording])
  return { place, isPlaying, speed, setSpeed, go, toggle }
}

/** While it plays the address says the step only: not every exchange is an entry. */
function useAddress(
  { step, at }: StoryPlace,
  isPlaying: boolean,
  set: (change: Readonly<Record<string, string | undefined>>, options: { readonly replace: boolean }) => void,
): void {
  const now = useRef(set)
  now.current = set
  const shown = isPlaying || at === undefined ? undefined : String(at)
  useEffect(() => now.current({ step: String(step), at: shown }, { replace: true }), [step, shown])
}
