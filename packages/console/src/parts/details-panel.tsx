import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { type ReactNode, useEffect } from 'react'
import { useNarrow } from './narrow.ts'

const useStyles = makeStyles({
  side: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'start', gap: '8px', padding: '12px 8px 4px 16px' },
  title: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    flexGrow: 1,
    overflowWrap: 'anywhere',
  },
  body: { padding: '4px 16px 16px', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '12px' },
  whole: { width: '100%' },
  overTitle: { minWidth: 0, overflowWrap: 'anywhere' },
  over: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '16px' },
})

export interface DetailsPanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Beside a list where there is room, over it on a telephone. Esc closes it. */
export function DetailsPanel(props: DetailsPanelProps) {
  const isNarrow = useNarrow()
  return isNarrow ? <Over {...props} /> : <Beside {...props} />
}

function Beside({ title, onClose, children }: DetailsPanelProps) {
  const styles = useStyles()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onClose])
  return (
    <aside className={styles.side} aria-label="Details">
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={styles.body} tabIndex={0} aria-label={title}>
        {children}
      </section>
    </aside>
  )
}

function Over({ title, onClose, children }: DetailsPanelProps) {
  const styles = useStyles()
  return (
    <OverlayDrawer open position="end" className={styles.whole} onOpenChange={onClose}>
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2', className: styles.overTitle }}
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.over}>{children}</DrawerBody>
    </OverlayDrawer>
  )
}
