import { Button, Link as TextLink } from '@fluentui/react-components'
import { ArrowClockwiseRegular, ArrowDownloadRegular } from '@fluentui/react-icons'
import { lazy, Suspense } from 'react'
import { saveFile } from '../../parts/save-file.ts'
import { useViewState } from '../../parts/view-state.ts'
import type { ViewQuery } from '../../source/source.ts'
import { useReader, useRefresh, useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { isNarrowedBy, logQuery } from './log-query.ts'

const LogMenus = lazy(async () => ({ default: (await import('./log-menus.tsx')).LogMenus }))

interface LogQuery {
  readonly query: ViewQuery
  readonly isNarrowed: boolean
}

/** What the address asks of the logs, by the clock of the world. */
export function useLogQuery(): LogQuery {
  const { state } = useViewState()
  const now = useView('world.clock').data?.items[0]?.value.now
  return { query: logQuery(state, now === undefined ? undefined : String(now)), isNarrowed: isNarrowedBy(state) }
}

const ABOUT_THE_LOGS = 'https://learn.microsoft.com/entra/identity/monitoring-health/concept-provisioning-logs'

/** Above the list of the provisioning logs: Download, Learn more, Refresh, Columns, Add filters (MS8). */
export function LogTools({ query }: { readonly query: ViewQuery }) {
  const { state } = useViewState()
  const read = useReader()
  const refresh = useRefresh('entra.provisioning-logs')
  const download = async (): Promise<void> => {
    const { items } = await read('entra.provisioning-logs', { ...query, q: state.q, limit: 1000 })
    const entries = items.map(({ value }) => value)
    saveFile(words.logs, 'application/json', JSON.stringify(entries, null, 2), 'json')
  }
  return (
    <>
      <Button icon={<ArrowDownloadRegular />} onClick={() => void download()}>
        {words.download}
      </Button>
      <TextLink href={ABOUT_THE_LOGS} target="_blank" rel="noreferrer">
        {words.learnMore}
      </TextLink>
      <Button icon={<ArrowClockwiseRegular />} onClick={refresh}>
        {words.refresh}
      </Button>
      <Suspense
        fallback={
          <>
            <Button disabledFocusable>{words.columns}</Button>
            <Button disabledFocusable>{words.addFilters}</Button>
          </>
        }
      >
        <LogMenus />
      </Suspense>
    </>
  )
}
