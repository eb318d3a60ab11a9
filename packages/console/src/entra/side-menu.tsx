// A page with the portal's menu at its left: of an application, a user, a group.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useNarrow } from '../parts/narrow.ts'

const useStyles = makeStyles({
  frame: { display: 'grid', gridTemplateColumns: '176px minmax(0, 1fr)', gap: '20px', height: '100%', minHeight: 0 },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr)', gap: '8px' },
  menu: { display: 'flex', flexDirection: 'column', gap: '1px', paddingTop: '2px' },
  menuNarrow: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center' },
  heading: {
    margin: '10px 0 2px',
    padding: '0 10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  link: {
    padding: '5px 10px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  content: { minWidth: 0, minHeight: 0 },
})

export type Entry = readonly [label: string, path: string]
export type Group = readonly [heading: string | undefined, entries: readonly Entry[]]

interface SideMenuProps {
  /** Whose pages these are. */
  readonly name: string
  readonly groups: readonly Group[]
  /** Beneath the entries. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function SideMenu({ name, groups, foot, children }: SideMenuProps) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const here = decodeURIComponent(useRouterState({ select: ({ location }) => location.pathname }))
  return (
    <div className={mergeClasses(styles.frame, isNarrow && styles.narrow)}>
      <nav className={mergeClasses(styles.menu, isNarrow && styles.menuNarrow)} aria-label={name}>
        {groups.flatMap(([heading, entries]) => [
          heading === undefined || isNarrow ? null : (
            <h2 key={heading} className={styles.heading}>
              {heading}
            </h2>
          ),
          ...entries.map(([label, path]) => {
            const isHere = here === decodeURIComponent(path)
            return (
              <Link
                key={path}
                to={path}
                className={mergeClasses(styles.link, isHere && styles.here)}
                aria-current={isHere ? 'page' : undefined}
              >
                {label}
              </Link>
            )
          }),
        ])}
        {foot}
      </nav>
      <div className={styles.content}>{children}</div>
    </div>
  )
}
