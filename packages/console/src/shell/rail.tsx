import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useView } from '../source/use-view.ts'
import { railOf } from './rail-pages.ts'

const useStyles = makeStyles({
  rail: { display: 'flex', flexDirection: 'column', padding: '12px 8px', gap: '2px', overflowY: 'auto' },
  family: {
    margin: '14px 0 2px',
    padding: '0 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    textTransform: 'uppercase',
    letterSpacing: '0.04em',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
})

export function Rail({ onGo }: { readonly onGo?: () => void }) {
  const styles = useStyles()
  const isForeign = Boolean(useView('world.world').data?.items[0]?.value.target)
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const rail = useHereInSight(here)
  return (
    <nav className={styles.rail} ref={rail} aria-label="Pages">
      {railOf(isForeign).map(({ name, pages }) => (
        <div key={name ?? 'own'}>
          {name === undefined ? null : <h2 className={styles.family}>{name}</h2>}
          <ul className={styles.list}>
            {pages.map(({ path, label }) => (
              <li key={path}>
                <Link
                  to={path}
                  className={mergeClasses(styles.link, here === path && styles.here)}
                  aria-current={here === path ? 'page' : undefined}
                  {...(onGo ? { onClick: onGo } : {})}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** The rail is longer than a window is high, and a link may lead to a page far down in it. */
function useHereInSight(here: string) {
  const rail = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to look.
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return rail
}
