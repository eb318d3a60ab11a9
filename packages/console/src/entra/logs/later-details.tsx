import { lazy, Suspense } from 'react'
import { Loading } from '../../parts/page-state.tsx'
import type { LogEntry } from './log-columns.tsx'

const LogDetails = lazy(async () => ({ default: (await import('./log-details.tsx')).LogDetails }))

/** Tabs and tables are loaded with the first entry that somebody opens. */
export function LaterDetails({ entry }: { readonly entry: LogEntry }) {
  return (
    <Suspense fallback={<Loading what="the entry" />}>
      <LogDetails entry={entry} />
    </Suspense>
  )
}
