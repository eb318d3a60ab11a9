import { Button, makeStyles } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { PickerPanel } from '../../parts/picker-panel.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { useAnswer } from '../../source/use-answer.ts'
import { GROUPS, USERS } from '../people/picker-sources.ts'
import { words } from '../words.ts'
import { FindingList } from './finding-list.tsx'
import { countsText, type Finding, findingsOf } from './mapping-findings.ts'
import type { WhichMapping } from './use-draft-answers.ts'

const useStyles = makeStyles({ row: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' } })

interface TryWithProps extends WhichMapping {
  /** The name of whom the rows are tried with. */
  readonly name: string | undefined
  readonly error: Error | null
  readonly findings: readonly Finding[]
}

/** With whom the rows are tried, how many the mapping is about, and what the rules say of it: the portal has none of these. */
export function TryWith({ app, objectType, name, error, findings }: TryWithProps) {
  const styles = useStyles()
  const { state, set } = useViewState()
  const [isChoosing, setChoosing] = useState(false)
  const scope = useAnswer('preview-scope', { app, objectType }).data
  const counts = countsText(findings)
  return (
    <SimulatorOnly about={words.tryWith}>
      <div className={styles.row}>
        <Button size="small" onClick={() => setChoosing(true)}>
          {`${words.tryWith} ${name ?? (state.with === undefined ? '…' : state.with)}`}
        </Button>
        {state.with === undefined ? null : (
          <Button size="small" icon={<DismissRegular />} onClick={() => set({ with: undefined })}>
            Nobody
          </Button>
        )}
        <span>{scope ? `${scope.before} in scope of ${scope.objects}` : ''}</span>
        <span role="status">{counts === '' ? 'The rules find nothing wrong.' : `The rules find ${counts}.`}</span>
      </div>
      {error ? <Failed error={error} /> : null}
      <FindingList findings={findingsOf(findings, null)} />
      {isChoosing ? (
        <PickerPanel
          title={words.tryWith}
          sources={objectType === 'User' ? [USERS] : [GROUPS]}
          chosen={[]}
          isSingle
          onClose={() => setChoosing(false)}
          onSelect={([picked]) => {
            set({ with: picked?.key })
            setChoosing(false)
          }}
        />
      ) : null}
    </SimulatorOnly>
  )
}
