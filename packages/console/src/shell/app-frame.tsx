// What is around every page: the clock, snapshots, starting over, and the rail.
import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { NavigationRegular, SearchRegular } from '@fluentui/react-icons'
import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useNarrow } from '../parts/narrow.ts'
import { Notice, type NoticeText } from '../parts/notice.tsx'
import { Loading } from '../parts/page-state.tsx'
import { useAct } from '../source/use-act.ts'
import { useShellKeys } from './keys.ts'
import { Rail } from './rail.tsx'
import { StreamStateMark } from './stream-state.tsx'
import { useTheme } from './theme.ts'
import type { ThemeMenuProps } from './theme-menu.tsx'

const menus = () => import('./bar-menus.ts')
const ClockMenu = lazy(async () => ({ default: (await menus()).ClockMenu }))
const SnapshotMenu = lazy(async () => ({ default: (await menus()).SnapshotMenu }))
const StartOver = lazy(async () => ({ default: (await menus()).StartOver }))
const TargetMark = lazy(async () => ({ default: (await menus()).TargetMark }))
const ThemeMenu = lazy(async () => ({ default: (await menus()).ThemeMenu }))
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const RailDrawer = lazy(async () => ({ default: (await import('./rail-drawer.tsx')).RailDrawer }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }))

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: '208px minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
  bar: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '48px',
    padding: '0 8px 0 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  barNarrow: { gap: 0, padding: '0 4px' },
  brand: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
  },
  note: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  grow: { flexGrow: 1 },
  side: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
  },
  main: { minWidth: 0, minHeight: 0, overflowY: 'auto', padding: '16px 20px' },
  mainNarrow: { padding: '12px' },
})

export function AppFrame() {
  const { theme, choice, choose } = useTheme()
  return (
    <FluentProvider theme={theme}>
      <Frame choice={choice} choose={choose} />
    </FluentProvider>
  )
}

function Frame(themes: Omit<ThemeMenuProps, 'showKeys'>) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  useDocumentTitle()
  return (
    <div className={`${styles.frame} ${isNarrow ? styles.narrow : ''}`}>
      <Bar {...themes} />
      {isNarrow ? null : (
        <div className={styles.side}>
          <Rail />
        </div>
      )}
      <main className={`${styles.main} ${isNarrow ? styles.mainNarrow : ''}`}>
        <Suspense fallback={<Loading what="the page" />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}

function Bar({ choice, choose }: Omit<ThemeMenuProps, 'showKeys'>) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const act = useAct()
  const { history } = useRouter()
  const [over, setOver] = useState<'palette' | 'keys' | 'clock'>()
  const close = useCallback(() => setOver(undefined), [])
  useShellKeys({
    find: () => setOver('palette'),
    help: () => setOver('keys'),
    clock: () => setOver('clock'),
    next: () => void act.run('world.advance', { toNext: true }),
    go: (path) => history.push(path),
  })
  const [notice, say] = useState<NoticeText>()
  const { error, forget } = act
  const shown = error === null ? notice : { text: error.message, isError: true }
  const end = useCallback(() => {
    forget()
    say(undefined)
  }, [forget])
  return (
    <header className={`${styles.bar} ${isNarrow ? styles.barNarrow : ''}`}>
      {isNarrow ? <RailButton /> : null}
      <Link to="/" className={styles.brand}>
        Scimulator
      </Link>
      {isNarrow ? null : <span className={styles.note}>Simulator, not affiliated with any vendor</span>}
      <span className={styles.grow} />
      <Button
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label="Find anybody or any page"
        title="Find anybody or any page (Ctrl K)"
        onClick={() => setOver('palette')}
      />
      <StreamStateMark />
      <Suspense fallback={null}>
        <TargetMark />
        <ClockMenu act={act} isOpen={over === 'clock'} setOpen={(isOpen) => setOver(isOpen ? 'clock' : undefined)} />
        <SnapshotMenu act={act} />
        <StartOver act={act} say={say} />
        <ThemeMenu choice={choice} choose={choose} showKeys={() => setOver('keys')} />
      </Suspense>
      <Suspense fallback={null}>
        {over === 'palette' ? <Palette onClose={close} /> : null}
        {over === 'keys' ? <KeysDialog onClose={close} /> : null}
      </Suspense>
      {shown ? <Notice notice={shown} onEnd={end} /> : null}
    </header>
  )
}

function RailButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance="subtle" icon={<NavigationRegular />} aria-label="Pages" onClick={() => setOpen(true)} />
      {isOpen ? (
        <Suspense fallback={null}>
          <RailDrawer onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The heading of the page, for tabs and history. */
function useDocumentTitle(): void {
  const title = useRouterState({ select: ({ matches }) => Object(matches.at(-1)?.staticData).title })
  useEffect(() => {
    document.title = typeof title === 'string' ? `${title} · Scimulator` : 'Scimulator'
  }, [title])
}
