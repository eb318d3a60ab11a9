// What pages share while they show a recording: nothing comes by itself, and nothing can be done.
import type { Reading } from './exchange-store.ts'
import { createClient, type Live } from './live-pages.tsx'
import { toldReader } from './read-told.ts'
import {
  happeningsUntil,
  type RecordingReader,
  readRecording,
  type StoryRecording,
  wireUntil,
} from './recording-source.ts'

const still = (): void => {}

/** It was all there from the beginning. */
const READ: Reading = { isLoading: false, error: undefined }

export interface RecordedPages {
  /** As of a step, from 1 on. */
  at(step: number): Live
}

/** @param hasPages whether the other pages show this recording too */
export function recordedPages(recording: StoryRecording, hasPages: boolean): RecordedPages {
  const reader: RecordingReader = readRecording(recording)
  const client = createClient()
  const told = toldReader(client)
  const stream = { state: () => 'live' as const, onEvent: () => still, onState: () => still, close: still }
  const known = new Map<number, Live>()
  return {
    at(step) {
      const [heads, happenings] = [wireUntil(recording, step), happeningsUntil(recording, step)]
      const exchanges = {
        all: () => heads,
        happenings: () => happenings,
        dropped: () => 0,
        earlier: async () => {},
        reading: () => READ,
        subscribe: () => still,
        take: still,
        load: async () => {},
      }
      const live = known.get(step) ?? { source: reader.at(step), hasPages, client, told, stream, exchanges }
      known.set(step, live)
      return live
    },
  }
}
