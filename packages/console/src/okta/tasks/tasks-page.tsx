// Dashboard › Tasks: what failed, until it is sent again (O605, O606).
import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { ListDetails } from '../../parts/list-details.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { useViewState } from '../../parts/view-state.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

type Task = Views['okta.tasks']

export function OktaTasksPage() {
  const { succeeds, isRunning, error, canAct } = useAct()
  const { state, set } = useViewState()
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string, isOn: boolean): void =>
    tick((before) => new Set([...[...before].filter((one) => one !== key), ...(isOn ? [key] : [])]))
  const retry = async (): Promise<void> => {
    // One that is sent again is no task any more.
    if (state.open !== undefined) set({ open: undefined }, { replace: true })
    for (const task of ticked) if (!(await succeeds('okta.retry-tasks', { task }))) return
    tick(new Set())
  }
  return (
    <ListDetails
      title={words.tasks}
      place={words.dashboard}
      view="okta.tasks"
      columns={canAct ? columnsOf(ticked, toggle) : COLUMNS}
      sort="-at"
      above={error ? <Failed error={error} /> : null}
      empty="Nothing has failed. What an endpoint refuses stands here until it is sent again."
      heading={({ value }) => value.application}
      details={({ value }) => <ValueList value={value} />}
      tools={
        canAct ? (
          <Button appearance="primary" disabledFocusable={ticked.size === 0 || isRunning} onClick={() => void retry()}>
            {words.retrySelected}
          </Button>
        ) : null
      }
    />
  )
}

const COLUMNS: readonly Column<Task>[] = [
  { field: 'application', label: words.application, width: '1fr', isHeading: true },
  { field: 'text', label: words.task, width: '3fr', isInCard: true },
  { field: 'at', label: words.time, width: '140px', as: 'moment' },
]

function columnsOf(ticked: ReadonlySet<string>, toggle: (key: string, isOn: boolean) => void): readonly Column<Task>[] {
  return [
    {
      field: 'application',
      label: words.application,
      width: '1fr',
      isHeading: true,
      show: ({ key, value: { application, text } }) => (
        <Tick name={application} about={text} isOn={ticked.has(key)} onChange={(isOn) => toggle(key, isOn)} />
      ),
    },
    ...COLUMNS.slice(1),
  ]
}

interface TickProps {
  readonly name: string
  /** What tells it from another task of the same application. */
  readonly about: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function Tick({ name, about, isOn, onChange }: TickProps) {
  return (
    <Checkbox
      label={name}
      title={about}
      checked={isOn}
      onChange={(_event, { checked }) => onChange(checked === true)}
    />
  )
}
