import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CheckRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { WizardFrame } from '../../parts/wizard-frame.tsx'
import { paths } from '../../paths.ts'
import { type Act, useAct } from '../../source/use-act.ts'
import { creating, steps, words } from '../words.ts'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '760px' },
  kind: { minHeight: '72px', maxWidth: '320px', backgroundColor: tokens.colorNeutralBackground1 },
})

/** SSO Applications › Add New Application › Custom Application, from its first page to Configure Application. */
export function NewApplicationPage() {
  const page = usePageStyles()
  const styles = useStyles()
  const [isCustom, choose] = useState(false)
  return (
    <div className={page.page}>
      <PageHead
        title={words.newIntegration}
        place={[[words.authentication], [words.applications, paths.jumpCloudApplications]]}
      />
      {isCustom ? (
        <Wizard />
      ) : (
        <div className={styles.panel}>
          <Button size="large" className={styles.kind} onClick={() => choose(true)}>
            {words.customApplication}
          </Button>
        </div>
      )}
    </div>
  )
}

interface Form {
  readonly isIntegration: boolean
  readonly identityManagement: boolean
  readonly displayLabel: string
}

interface PageProps {
  readonly form: Form
  readonly set: (change: Partial<Form>) => void
}

const PAGES = [SelectApplications, SelectOptions, EnterGeneralInfo, Review] as const

function Wizard() {
  const act = useAct()
  const [step, go] = useState(1)
  const [form, change] = useState<Form>({ isIntegration: false, identityManagement: false, displayLabel: '' })
  const Page = PAGES[step - 1] ?? Review
  return (
    <WizardFrame steps={steps} step={step} buttons={<Buttons act={act} form={form} step={step} go={go} />}>
      {act.error ? <Failed error={act.error} /> : null}
      <Page form={form} set={(some) => change((before) => ({ ...before, ...some }))} />
    </WizardFrame>
  )
}

interface ButtonsProps {
  readonly act: Act
  readonly form: Form
  readonly step: number
  readonly go: (step: number) => void
}

/** The application is there once it is saved; the last page only looks at it. */
function Buttons({ act, form, step, go }: ButtonsProps) {
  const navigate = useNavigate()
  const { displayLabel, identityManagement } = form
  const save = async (): Promise<void> => {
    const saved = await act.run('jumpcloud.create-application', {
      displayLabel: displayLabel.trim(),
      identityManagement,
    })
    if (saved !== undefined) go(step + 1)
  }
  if (step === steps.length) {
    const open = (): void => {
      const search = { application: displayLabel.trim(), tab: 'identity' }
      void navigate({ to: paths.jumpCloudApplication, search })
    }
    return (
      <Button appearance="primary" onClick={open}>
        {creating.configureApplication}
      </Button>
    )
  }
  const isSaving = step === steps.length - 1
  const isOff = act.isRunning || (step === 1 && !form.isIntegration)
  return (
    <>
      <Button onClick={() => void navigate({ to: paths.jumpCloudApplications })}>{words.cancel}</Button>
      {step === 1 ? null : <Button onClick={() => go(step - 1)}>{words.back}</Button>}
      <Button appearance="primary" disabledFocusable={isOff} onClick={() => void (isSaving ? save() : go(step + 1))}>
        {isSaving ? creating.saveApplication : words.next}
      </Button>
    </>
  )
}

function SelectApplications({ form, set }: PageProps) {
  return (
    <div>
      <Button
        aria-pressed={form.isIntegration}
        appearance={form.isIntegration ? 'primary' : 'secondary'}
        onClick={() => set({ isIntegration: true })}
      >
        {creating.createIntegration}
      </Button>
    </div>
  )
}

function SelectOptions({ form, set }: PageProps) {
  return (
    <CheckRow
      label={creating.identityManagement}
      isOn={form.identityManagement}
      onChange={(isOn) => set({ identityManagement: isOn })}
    />
  )
}

function EnterGeneralInfo({ form, set }: PageProps) {
  return (
    <FormColumn>
      <TextRow
        label={creating.displayLabel}
        value={form.displayLabel}
        onChange={(displayLabel) => set({ displayLabel })}
        isRequired
        isFirst
      />
    </FormColumn>
  )
}

function Review({ form: { displayLabel, identityManagement } }: PageProps) {
  return <ValueList value={{ displayLabel, identityManagement }} />
}
