import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

/** Of the portal's gallery there is what leads on: an application of one's own. */
export function EntraNewAppPage() {
  const page = usePageStyles()
  const { state, set } = useViewState()
  return (
    <div className={page.page}>
      <PageHead title={words.gallery} place={[[words.apps], [words.allApps, paths.entraApps]]} />
      <div>
        <Button appearance="primary" icon={<AddRegular />} onClick={() => set({ open: 'create' })}>
          {words.createOwn}
        </Button>
      </div>
      <p className={page.quiet}>
        The simulator has no gallery. An application of one’s own is what a SCIM endpoint of one’s own is connected as.
      </p>
      {state.open === 'create' ? <CreatePanel onClose={() => set({ open: undefined })} /> : null}
    </div>
  )
}

function CreatePanel({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const { run, isRunning, error } = useAct()
  const [name, setName] = useState('')
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const app = name.trim()
    if (app !== '' && (await run('entra.create-app', { name: app }))) await navigate({ to: paths.entraApp(app) })
  }
  return (
    <SidePanel
      title={words.createOwn}
      onClose={onClose}
      foot={
        <Button
          appearance="primary"
          disabledFocusable={isRunning || name.trim() === ''}
          onClick={(event) => void create(event)}
        >
          {words.create}
        </Button>
      }
    >
      {error ? <Failed error={error} /> : null}
      <form onSubmit={(event) => void create(event)}>
        <Field label={words.appName}>
          <Input value={name} autoFocus onChange={(_event, { value }) => setName(value)} />
        </Field>
      </form>
      <Field label={words.appPurpose}>
        <RadioGroup value="non-gallery">
          <Radio value="non-gallery" label={words.nonGallery} />
        </RadioGroup>
      </Field>
    </SidePanel>
  )
}
