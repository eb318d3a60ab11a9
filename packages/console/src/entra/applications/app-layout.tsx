// What is beside every page of an application: the portal's menu at the left.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useNarrow } from '../../parts/narrow.ts'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'
import { useAppName } from './use-app.ts'

const useStyles = makeStyles({
  frame: { display: 'grid', gridTemplateColumns: '176px minmax(0, 1fr)', gap: '20px', height: '100%', minHeight: 0 },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr)', gap: '8px' },
  menu: { display: 'flex', flexDirection: 'column', gap: '1px', paddingTop: '2px' },
  menuNarrow: { flexDirection: 'row', flexWrap: 'wrap' },
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

type Entry = readonly [label: string, path: string]
type Group = readonly [heading: string | undefined, entries: readonly Entry[]]

/** The menu of an application, or of its provisioning, which is another page in the portal with a menu of its own. */
export type MenuLevel = 'application' | 'provisioning'

function menuOf(level: MenuLevel, app: string): readonly Group[] {
  const assignments: Entry = [words.usersAndGroups, paths.entraAssignments(app)]
  const activity: Group = [
    words.activity,
    [
      [words.auditLogs, paths.entraAudit(app)],
      [words.logs, paths.entraLogs(app)],
    ],
  ]
  if (level === 'application')
    return [
      [undefined, [[words.overview, paths.entraApp(app)]]],
      [words.manage, [assignments, [words.provisioning, paths.entraProvisioning(app)]]],
      activity,
    ]
  return [
    [
      undefined,
      [
        [words.overview, paths.entraProvisioning(app)],
        [words.onDemand, paths.entraOnDemand(app)],
      ],
    ],
    [
      words.manage,
      [assignments, [words.provisioning, paths.entraEdit(app)], [words.expressionBuilder, paths.entraExpression(app)]],
    ],
    activity,
    ['Simulator only', [[words.heldBack, paths.entraHeldBack(app)]]],
  ]
}

export function AppLayout({ level, children }: { readonly level: MenuLevel; readonly children: ReactNode }) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const app = useAppName()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <div className={mergeClasses(styles.frame, isNarrow && styles.narrow)}>
      <nav className={mergeClasses(styles.menu, isNarrow && styles.menuNarrow)} aria-label={app}>
        {menuOf(level, app).flatMap(([heading, entries]) => [
          heading === undefined || isNarrow ? null : (
            <h2 key={heading} className={styles.heading}>
              {heading}
            </h2>
          ),
          ...entries.map(([label, path]) => (
            <Link
              key={path}
              to={path}
              className={mergeClasses(
                styles.link,
                decodeURIComponent(here) === decodeURIComponent(path) && styles.here,
              )}
              aria-current={here === path ? 'page' : undefined}
            >
              {label}
            </Link>
          )),
        ])}
      </nav>
      <div className={styles.content}>{children}</div>
    </div>
  )
}
