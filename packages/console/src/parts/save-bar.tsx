import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular, SaveRegular } from '@fluentui/react-icons'
import { useBlocker } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', rowGap: '4px', minHeight: '32px' },
  foot: {
    position: 'sticky',
    bottom: '-16px',
    padding: '10px 0',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    justifyContent: 'flex-end',
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface SaveBarProps {
  /** How many things were changed and are not saved. */
  readonly changes: number
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
  /** In the portal's words; `Save` and `Discard` without them. */
  readonly saveLabel?: string
  readonly discardLabel?: string
  /** Beneath the form and in the other order, as some portals have it, instead of above. */
  readonly isFoot?: boolean
  /** Save can be pressed when nothing was changed, too. */
  readonly isAlwaysOn?: boolean
  readonly children?: ReactNode
}

/** Save and Discard of a form. Leaving the page with changes asks first. */
export function SaveBar(props: SaveBarProps) {
  const { changes, isSaving, onSave, onDiscard, saveLabel = 'Save', discardLabel = 'Discard' } = props
  const styles = useStyles()
  const isOff = isSaving || (changes === 0 && props.isAlwaysOn !== true)
  const save = (
    <Button key="save" appearance="primary" icon={<SaveRegular />} disabledFocusable={isOff} onClick={onSave}>
      {isSaving ? 'Saving…' : saveLabel}
    </Button>
  )
  const discard = (
    <Button key="discard" icon={<DismissRegular />} disabledFocusable={isSaving || changes === 0} onClick={onDiscard}>
      {discardLabel}
    </Button>
  )
  const count = (
    <span key="count" className={styles.count} role="status">
      {changes === 0 ? '' : changes === 1 ? '1 unsaved change' : `${changes} unsaved changes`}
    </span>
  )
  const others = <Fragment key="others">{props.children}</Fragment>
  return (
    <>
      <LeaveGuard isChanged={changes > 0 && !isSaving} />
      <div className={`${styles.bar} ${props.isFoot ? styles.foot : ''}`}>
        {props.isFoot ? [count, others, discard, save] : [save, discard, others, count]}
      </div>
    </>
  )
}

function LeaveGuard({ isChanged }: { readonly isChanged: boolean }) {
  const { status, proceed, reset } = useBlocker({
    // Another word in the address of the same page is no leaving.
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>What was changed here is not saved.</MessageBarBody>
      <MessageBarActions>
        <Button onClick={reset}>Stay</Button>
        <Button onClick={proceed}>Leave without saving</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
