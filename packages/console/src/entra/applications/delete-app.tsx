import { Button } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

/** Delete, and Yes to be sure of it. Whom the application has provisioned stays at the target. */
export function DeleteApp({ app }: { readonly app: string }) {
  const page = usePageStyles()
  const navigate = useNavigate()
  const act = useAct()
  const [isAsking, ask] = useState(false)
  const [error, fail] = useState<Error>()
  const remove = async (): Promise<void> => {
    ask(false)
    // The page is left before anything is read anew: of what is gone there is nothing to read.
    const refused = await act.ask('entra.delete-app', { app })
    if (refused) fail(refused)
    else await navigate({ to: paths.entraApps })
  }
  return (
    <>
      {error ? <Failed error={error} /> : null}
      <div className={page.head}>
        {isAsking ? (
          <>
            <span role="status">{`Delete ${app}?`}</span>
            <Button appearance="primary" onClick={() => void remove()}>
              {words.yes}
            </Button>
            <Button onClick={() => ask(false)}>{words.no}</Button>
          </>
        ) : (
          <Button icon={<DeleteRegular />} disabledFocusable={!act.canAct} onClick={() => ask(true)}>
            {words.deleteApp}
          </Button>
        )}
      </div>
    </>
  )
}
