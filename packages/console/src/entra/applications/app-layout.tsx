// What is beside every page of an application: the portal's menu at the left.
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { type Entry, type Group, SideMenu } from '../side-menu.tsx'
import { words } from '../words.ts'
import { LayoutSwitch } from './layout-switch.tsx'
import { type PortalLayout, usePortalLayout } from './portal-layout.ts'
import { useAppName } from './use-app.ts'

/** The menu of an application, or of its provisioning, which is another page in the portal with a menu of its own. */
export type MenuLevel = 'application' | 'provisioning'

function menuOf(level: MenuLevel, layout: PortalLayout, app: string): readonly Group[] {
  const ours: Group = [words.simulatorOnly, [[words.heldBack, paths.entraHeldBack(app)]]]
  if (level === 'application') return ofApplication(app)
  return layout === 'classic' ? [...classic(app), ours] : [...current(app), ours]
}

function ofApplication(app: string): readonly Group[] {
  const manage: readonly Entry[] = [
    [words.usersAndGroups, paths.entraAssignments(app)],
    [words.provisioning, paths.entraProvisioning(app)],
  ]
  return [[undefined, [[words.overview, paths.entraApp(app)]]], [words.manage, manage], activity(app)]
}

/** As the help pages and most pictures have it (MS3). */
function classic(app: string): readonly Group[] {
  const first: readonly Entry[] = [
    [words.overview, paths.entraProvisioning(app)],
    [words.onDemand, paths.entraOnDemand(app)],
  ]
  const manage: readonly Entry[] = [
    [words.usersAndGroups, paths.entraAssignments(app)],
    [words.provisioning, paths.entraEdit(app)],
    [words.expressionBuilder, paths.entraExpression(app)],
  ]
  return [[undefined, first], [words.manage, manage], activity(app)]
}

/** With a blade for each part of the settings, as new applications have had it since the end of 2024 (MS2). */
function current(app: string): readonly Group[] {
  const blades: readonly Entry[] = [
    [words.overview, paths.entraProvisioning(app)],
    [words.connectivity, paths.entraConnectivity(app)],
    [words.mappingBlade, paths.entraMappings(app)],
    [words.usersAndGroups, paths.entraAssignments(app)],
    [words.onDemand, paths.entraOnDemand(app)],
    [words.logs, paths.entraLogs(app)],
  ]
  return [
    [undefined, blades],
    [words.activity, [[words.auditLogs, paths.entraAudit(app)]]],
  ]
}

function activity(app: string): Group {
  return [
    words.activity,
    [
      [words.auditLogs, paths.entraAudit(app)],
      [words.logs, paths.entraLogs(app)],
    ],
  ]
}

export function AppLayout({ level, children }: { readonly level: MenuLevel; readonly children: ReactNode }) {
  const app = useAppName()
  const { layout } = usePortalLayout()
  return (
    <SideMenu name={app} groups={menuOf(level, layout, app)} foot={level === 'provisioning' ? <LayoutSwitch /> : null}>
      {children}
    </SideMenu>
  )
}
