// Provision on demand: one user, or one group with at most five of its members, now.
import { Button, Link as TextLink } from '@fluentui/react-components'
import { useState } from 'react'
import { FactRow, FormColumn } from '../../parts/field-row.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { type Picked, PickerPanel } from '../../parts/picker-panel.tsx'
import { paths } from '../../paths.ts'
import type { EntraResults } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { ActAppPage } from '../applications/app-frame.tsx'
import { useAppName } from '../applications/use-app.ts'
import { GROUPS, USERS } from '../people/picker-sources.ts'
import { words } from '../words.ts'
import { MEMBERS_AT_MOST, subjectInput } from './on-demand-input.ts'
import { OnDemandResult } from './on-demand-result.tsx'

type Results = Awaited<EntraResults['provision-on-demand']>

export function EntraOnDemandPage() {
  const page = usePageStyles()
  const app = useAppName()
  const { run, isRunning, error, forget } = useAct()
  const [subject, chooseSubject] = useState<Picked>()
  const [members, chooseMembers] = useState<readonly Picked[]>([])
  const [results, setResults] = useState<Results>()
  const provision = async (): Promise<void> => {
    if (subject === undefined) return
    setResults(undefined)
    const done = await run('entra.provision-on-demand', { app, ...subjectInput(subject, members) })
    if (Array.isArray(done)) setResults(done)
  }
  const another = (): void => {
    forget()
    setResults(undefined)
    chooseSubject(undefined)
    chooseMembers([])
  }
  return (
    <ActAppPage title={words.onDemand} under={[[words.provisioning, paths.entraProvisioning(app)]]}>
      {() => (
        <>
          <Choice
            subject={subject}
            members={members}
            onSubject={(picked) => {
              another()
              chooseSubject(picked)
            }}
            onMembers={chooseMembers}
          />
          <div className={page.head}>
            <Button
              appearance="primary"
              disabledFocusable={subject === undefined || isRunning}
              onClick={() => void provision()}
            >
              {isRunning ? 'Provisioning…' : results || error ? words.retry : words.provision}
            </Button>
            {results || error ? <Button onClick={another}>{words.provisionAnother}</Button> : null}
          </div>
          {error ? <Failed error={error} /> : null}
          {results?.map((result) => (
            <OnDemandResult key={result.changeId} {...result} />
          ))}
        </>
      )}
    </ActAppPage>
  )
}

interface ChoiceProps {
  readonly subject: Picked | undefined
  readonly members: readonly Picked[]
  readonly onSubject: (picked: Picked | undefined) => void
  readonly onMembers: (picked: readonly Picked[]) => void
}

/** Whom: a user or a group, and of a group some members. */
function Choice({ subject, members, onSubject, onMembers }: ChoiceProps) {
  const [open, setOpen] = useState<'subject' | 'members'>()
  const close = (): void => setOpen(undefined)
  return (
    <FormColumn>
      <FactRow label={words.selectUserOrGroup}>
        <TextLink as="button" onClick={() => setOpen('subject')}>
          {subject?.name ?? words.noneSelected}
        </TextLink>
      </FactRow>
      {subject?.view === 'entra.groups' ? (
        <FactRow label={`Members, ${MEMBERS_AT_MOST} at most`}>
          <TextLink as="button" onClick={() => setOpen('members')}>
            {members.length === 0 ? words.noneSelected : members.map(({ name }) => name).join(', ')}
          </TextLink>
        </FactRow>
      ) : null}
      {open === 'subject' ? (
        <PickerPanel
          title={words.selectUserOrGroup}
          sources={[USERS, GROUPS]}
          chosen={subject ? [subject] : []}
          isSingle
          onClose={close}
          onSelect={([picked]) => {
            onSubject(picked)
            close()
          }}
        />
      ) : null}
      {open === 'members' ? (
        <PickerPanel
          title={`Members of ${subject?.name}`}
          sources={[USERS]}
          chosen={members}
          most={MEMBERS_AT_MOST}
          onClose={close}
          onSelect={(picked) => {
            onMembers(picked)
            close()
          }}
        />
      ) : null}
    </FormColumn>
  )
}
