import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ChoiceRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

/** An application with the App Integration Wizard, or from a template of the catalogue (O101, O103). */
export function OktaNewAppPage() {
  const page = usePageStyles()
  const navigate = useNavigate()
  const { succeeds, isRunning, error } = useAct()
  const [label, name] = useState('')
  const [kind, choose] = useState('wizard')
  const save = async (): Promise<void> => {
    const made = label.trim()
    if (await succeeds('okta.create-application', { label: made, kind }))
      await navigate({ to: paths.oktaApp(made, 'provisioning') })
  }
  return (
    <div className={page.page}>
      <PageHead title={words.createApp} place={[[words.applications, paths.oktaApps]]} />
      {error ? <Failed error={error} /> : null}
      <FormColumn>
        <TextRow label={words.label} value={label} isRequired onChange={name} />
        <ChoiceRow
          label={words.kind}
          value={kind}
          choices={[
            ['wizard', words.kinds.wizard],
            ['catalogue', words.kinds.catalogue],
          ]}
          hint={kind === 'wizard' ? words.sendsPut : words.sendsPatch}
          onChange={choose}
        />
      </FormColumn>
      <div>
        <Button appearance="primary" disabledFocusable={label.trim() === '' || isRunning} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
