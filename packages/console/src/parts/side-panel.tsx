import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useNarrow } from './narrow.ts'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '16px' },
  whole: { width: '100%' },
})

export interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons. */
  readonly foot?: ReactNode
}

/** A panel that comes over the page from the right, for what is done and then closed. */
export function SidePanel({ title, onClose, children, foot }: SidePanelProps) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  return (
    <OverlayDrawer
      open
      position="end"
      size="medium"
      className={isNarrow ? styles.whole : ''}
      onOpenChange={onClose}
      aria-label={title}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>{children}</DrawerBody>
      {foot ? <DrawerFooter>{foot}</DrawerFooter> : null}
    </OverlayDrawer>
  )
}
