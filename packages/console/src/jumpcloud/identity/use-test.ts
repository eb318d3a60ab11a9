import { useCallback, useState, useSyncExternalStore } from 'react'
import { useLive } from '../../source/live-pages.tsx'
import { useEvery } from '../../source/use-later.ts'
import type { Connector } from './identity-form.ts'
import { headsOfReport, headsOfTest, type TestLine, testLines } from './test-lines.ts'

/** People read line by line; the world needs milliseconds for all of them. */
const LINE_EVERY_MS = 120

export interface ShownTest {
  readonly lines: readonly TestLine[]
  readonly total: number
  /** Whether all lines are shown, so that the result can be. */
  readonly isOver: boolean
  /** Notes where the wire is, before a test begins. */
  readonly begin: () => void
}

/** The last test, line by line; one that began on this page as it happens. */
export function useTest(connector: Connector | undefined, isRunning: boolean): ShownTest {
  const { exchanges } = useLive()
  const all = useSyncExternalStore(exchanges.subscribe, exchanges.all)
  const [since, mark] = useState<number>()
  const [shown, show] = useState(0)
  const report = isRunning ? undefined : connector?.lastTest
  const heads = report ? headsOfReport(all, report) : since === undefined ? [] : headsOfTest(all, since)
  const lines = testLines(heads, report, connector?.baseUrl)
  const isBegunHere = since !== undefined
  const isSlow = isBegunHere && !matchMedia('(prefers-reduced-motion: reduce)').matches
  useEvery(isSlow && shown < Math.max(lines.length, 1), LINE_EVERY_MS, () => show((count) => count + 1))
  const begin = useCallback(() => {
    mark(exchanges.all().at(-1)?.seq ?? 0)
    show(0)
  }, [exchanges])
  const visible = isSlow ? lines.slice(0, shown) : lines
  return { lines: visible, total: lines.length, isOver: !isRunning && visible.length === lines.length, begin }
}
