import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useLater } from '../source/use-later.ts'

export interface NoticeText {
  readonly text: string
  readonly isError: boolean
  /** What takes it back. */
  readonly undo?: () => void
}

const SHOWN_FOR_MS = 10_000

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    left: '16px',
    maxWidth: '440px',
    marginLeft: 'auto',
    zIndex: 1000,
    boxShadow: tokens.shadow16,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** Says for a while what has happened, over the page and out of its way. */
export function Notice({ notice, onEnd }: { readonly notice: NoticeText; readonly onEnd: () => void }) {
  const styles = useStyles()
  useLater(true, SHOWN_FOR_MS, notice.text, onEnd)
  const { text, isError, undo } = notice
  return (
    <div className={styles.place}>
      <MessageBar intent={isError ? 'error' : 'info'} layout="multiline">
        <MessageBarBody>{text}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button appearance="transparent" aria-label="Close" icon={<DismissRegular />} onClick={onEnd} />
          }
        >
          {undo ? <Button onClick={undo}>Undo</Button> : null}
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
