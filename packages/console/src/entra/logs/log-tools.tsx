import { Button, Select } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { saveFile } from '../../parts/save-file.ts'
import { useViewState } from '../../parts/view-state.ts'
import type { ViewQuery } from '../../source/source.ts'
import { useReader, useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { PERIODS, startOf } from './log-period.ts'

/** What the chosen period asks of the logs, by the clock of the world. */
export function usePeriod(): ViewQuery {
  const { state } = useViewState()
  const now = useView('world.clock').data?.items[0]?.value.now
  return { from: startOf(state.date, now === undefined ? undefined : String(now)) }
}

/** Above the list of the provisioning logs: how far back, and all of it as a file (MS8). */
export function LogTools({ query }: { readonly query: ViewQuery }) {
  const { state, set } = useViewState()
  const read = useReader()
  const download = async (): Promise<void> => {
    const { items } = await read('entra.provisioning-logs', {
      ...query,
      q: state.q,
      limit: 1000,
      sort: '-activityDateTime',
    })
    saveFile(
      words.logs,
      'application/json',
      JSON.stringify(
        items.map(({ value }) => value),
        null,
        2,
      ),
      'json',
    )
  }
  return (
    <>
      <Button icon={<ArrowDownloadRegular />} onClick={() => void download()}>
        {words.download}
      </Button>
      <Select
        aria-label={words.date}
        value={state.date ?? ''}
        onChange={(_event, { value }) => set({ date: value, open: undefined }, { replace: true })}
      >
        <option value="">{`${words.date}: all`}</option>
        {PERIODS.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </>
  )
}
