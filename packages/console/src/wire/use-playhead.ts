import { useCallback, useEffect, useRef, useState } from 'react'
import { useViewState } from '../parts/view-state.ts'
import { useEvery } from '../source/use-later.ts'
import { type Move, moved, type Playhead } from './playhead.ts'
import type { Head } from './sentences.ts'

export interface UsePlayhead {
  readonly playhead: Playhead
  readonly move: (move: Move) => void
}

const USUAL_SPEED = 4

/** The playhead over what is shown. Where it stands still, the address says where, so that it can be sent as a link. */
export function usePlayhead(heads: readonly Head[]): UsePlayhead {
  const { state, set } = useViewState()
  const [playhead, setPlayhead] = useState<Playhead>({
    at: state.at === undefined ? undefined : Number(state.at),
    isPlaying: false,
    speed: USUAL_SPEED,
  })
  const shown = useRef(heads)
  shown.current = heads
  const move = useCallback((next: Move) => setPlayhead((before) => moved(before, next, shown.current)), [])

  const { at, isPlaying, speed } = playhead
  useEvery(isPlaying, 1_000 / speed, () => move({ kind: 'step', by: 1 }))
  const wanted = at === undefined || isPlaying ? undefined : String(at)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the playhead, and not the other way round.
  useEffect(() => {
    if (wanted !== state.at) set({ at: wanted }, { replace: true })
  }, [wanted])
  return { playhead, move }
}
