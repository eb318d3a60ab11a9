import { Button, FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { instantText } from './parts/time-text.ts'
import { type ThemeChoice, useTheme } from './shell/theme.ts'
import { type Live, LiveProvider } from './source/live-pages.tsx'
import type { StoryRecording } from './source/recording-source.ts'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px 12px',
    flexWrap: 'wrap',
    padding: '4px 8px 4px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  brand: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  grow: { flexGrow: 1 },
  pages: { display: 'flex', flexWrap: 'wrap', gap: '2px', listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  main: { minWidth: 0, minHeight: 0, overflowY: 'auto', padding: '16px 20px' },
})

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'dark', dark: 'light', light: 'system' }

export interface StoryFrameProps {
  readonly recording: StoryRecording
  readonly step: number
  readonly live: Live
  readonly links: readonly (readonly [path: string, title: string])[]
  readonly onStep: (step: number) => void
}

/** What stands around the pages of a file: where they are in the story, and the other pages as of the same step. */
export function StoryFrame(props: StoryFrameProps) {
  const { theme, choice, choose } = useTheme()
  const styles = useStyles()
  return (
    <FluentProvider theme={theme}>
      <div className={styles.frame}>
        <header className={styles.bar}>
          <Where {...props} />
          <span className={styles.grow} />
          <Button
            appearance="subtle"
            icon={<DarkThemeRegular />}
            aria-label={`Theme: ${choice}`}
            title={`Theme: ${choice}`}
            onClick={() => choose(NEXT[choice])}
          />
        </header>
        <main className={styles.main}>
          <LiveProvider live={props.live}>
            <Outlet />
          </LiveProvider>
        </main>
      </div>
    </FluentProvider>
  )
}

function Where({ recording: { story, steps, leftOut }, step, links, onStep }: StoryFrameProps) {
  const styles = useStyles()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const title = links.find(([path]) => path === here)?.[1] ?? story.title
  useEffect(() => {
    document.title = title === story.title ? `${title} · Scimulator` : `${title} · ${story.title} · Scimulator`
  }, [title, story.title])
  return (
    <>
      <span className={styles.brand}>Scimulator</span>
      <span className={styles.note}>
        {`Recording, step ${step} of ${steps.length}, ${instantText(steps[step - 1]?.at ?? '')}. Simulator, not affiliated with any vendor.`}
        {leftOut === undefined ? '' : ` ${leftOut}`}
      </span>
      {here === '/' || steps.length < 2 ? null : (
        <span>
          <Button size="small" disabledFocusable={step === 1} onClick={() => onStep(step - 1)}>
            Previous step
          </Button>{' '}
          <Button size="small" disabledFocusable={step === steps.length} onClick={() => onStep(step + 1)}>
            Next step
          </Button>
        </span>
      )}
      <nav aria-label="Pages">
        <ul className={styles.pages}>
          {links.map(([path, label]) => (
            <li key={path}>
              <Link
                to={path}
                {...(path === '/' ? { search: { step: String(step) } } : {})}
                className={mergeClasses(styles.link, here === path && styles.here)}
                aria-current={here === path ? 'page' : undefined}
              >
                {path === '/' ? 'Story' : label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
