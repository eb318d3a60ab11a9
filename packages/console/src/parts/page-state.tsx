import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useStyles } from './page-styles.ts'

/** Something is on its way. */
export function Loading({ what }: { readonly what: string }) {
  const styles = useStyles()
  return (
    <div className={styles.middle}>
      <Spinner size="small" label={`Reading ${what}`} />
    </div>
  )
}

/** There is nothing, and what would change that. */
export function Empty({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return <div className={styles.middle}>{children}</div>
}

/** What the server has said, in its words. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const styles = useStyles()
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody className={styles.said}>
        <MessageBarTitle>That did not work</MessageBarTitle>
        {error.message}
      </MessageBarBody>
      {retry ? (
        <MessageBarActions>
          <Button onClick={retry}>Try again</Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  )
}
