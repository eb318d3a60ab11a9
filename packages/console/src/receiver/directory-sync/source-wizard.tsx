import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { WizardFrame } from '../../parts/wizard-frame.tsx'
import type { Act } from '../../source/use-act.ts'
import { steps, words } from '../words.ts'
import { type Access, AccessStep } from './access-step.tsx'
import { AttributesStep } from './attributes-step.tsx'
import { ConfigurationList } from './configuration-list.tsx'
import { GeneralStep } from './general-step.tsx'
import type { Source } from './source-card.tsx'
import { configurationOf, type Kind, stepOf, type WizardForm } from './wizard.ts'

export interface SourceWizardProps {
  readonly kind: Kind
  readonly access: Access
  readonly start: WizardForm
  readonly act: Act
  readonly onRefresh: () => void
  readonly onCancel: () => void
  /** @param activate undefined on a page without that choice */
  readonly onSave: (configuration: object, activate?: boolean) => void
  /** An existing source is saved only; whether it is active is the card's matter. */
  readonly canActivate: boolean
}

const LAST = 4

/** The four pages, of a source that is added as of one that is edited. */
export function SourceWizard(props: SourceWizardProps) {
  const { kind, access, act, start, onRefresh } = props
  const { state, set: go } = useViewState()
  const step = stepOf(state.step, true)
  const [form, change] = useState(start)
  const [preview, show] = useState<Source>()
  const configuration = configurationOf(kind, form)
  const set = (some: Partial<WizardForm>): void => change((before) => ({ ...before, ...some }))
  const next = async (): Promise<void> => {
    if (step === LAST - 1) {
      const answer = await act.run('preview-sync-source', { kind, configuration })
      if (answer === undefined) return
      show(answer as Source)
    }
    go({ step: String(step + 1) })
  }
  return (
    <WizardFrame
      steps={steps}
      step={step}
      buttons={<Buttons {...props} step={step} configuration={configuration} onNext={next} go={go} />}
    >
      {act.error ? <Failed error={act.error} /> : null}
      {step === 1 ? <AccessStep access={access} onRefresh={onRefresh} /> : null}
      {step === 2 ? <AttributesStep kind={kind} form={form} set={set} /> : null}
      {step === 3 ? <GeneralStep kind={kind} form={form} set={set} /> : null}
      {step === LAST && preview ? <ConfigurationList kind={kind} configuration={preview} /> : null}
      {step === LAST && !preview ? <Loading what="what would be saved" /> : null}
    </WizardFrame>
  )
}

interface ButtonsProps extends SourceWizardProps {
  readonly step: number
  readonly configuration: object
  readonly onNext: () => Promise<void>
  readonly go: (change: { readonly step: string }) => void
}

function Buttons({ step, configuration, act, canActivate, onCancel, onNext, onSave, go }: ButtonsProps) {
  const isLast = step === LAST
  return (
    <>
      <Button onClick={onCancel}>{words.cancel}</Button>
      {step === 1 ? null : <Button onClick={() => go({ step: String(step - 1) })}>{words.back}</Button>}
      {isLast ? (
        <Button
          appearance={canActivate ? 'secondary' : 'primary'}
          disabledFocusable={act.isRunning}
          onClick={() => onSave(configuration, canActivate ? false : undefined)}
        >
          {words.save}
        </Button>
      ) : (
        <Button appearance="primary" disabledFocusable={act.isRunning} onClick={() => void onNext()}>
          {words.next}
        </Button>
      )}
      {isLast && canActivate ? (
        <Button appearance="primary" disabledFocusable={act.isRunning} onClick={() => onSave(configuration, true)}>
          {words.saveAndActivate}
        </Button>
      ) : null}
    </>
  )
}
