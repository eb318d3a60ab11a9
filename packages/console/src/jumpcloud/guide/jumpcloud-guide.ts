// Lark's help page "Sync user data from JumpCloud to Lark", II.1.

import { type GuideLine, linesOf, type SourceFact, sourceLines } from '../../parts/guide.ts'
import { paths } from '../../paths.ts'

export interface JumpCloudFacts {
  readonly isForeign: boolean
  readonly source: SourceFact | undefined
  /** Display Label of the application; undefined before there is one. */
  readonly application: string | undefined
  readonly identityManagement: boolean
  readonly isActive: boolean
  readonly userGroups: readonly string[]
  readonly baseUrl: string
  readonly isTested: boolean
  readonly groupManagement: boolean
  readonly people: number
}

export function jumpCloudGuide(facts: JumpCloudFacts): readonly GuideLine[] {
  const receiver = sourceLines('1.1 The sync source in Lark', 'JumpCloud', facts.source, {
    add: paths.addSource,
    list: paths.directorySync,
  })
  return [...(facts.isForeign ? [] : receiver), ...appLines(facts), ...resultLines(facts)]
}

function appLines({
  application,
  identityManagement,
  isActive,
  userGroups,
  baseUrl,
  isTested,
  groupManagement,
}: JumpCloudFacts): readonly GuideLine[] {
  const tab = (name: string): string =>
    application === undefined
      ? paths.jumpCloudNewApplication
      : `${paths.jumpCloudApplication}?application=${encodeURIComponent(application)}&tab=${name}`
  return linesOf('1.2 Create an App in JumpCloud', [
    [
      'User Authentication > SSO Applications, Add New Application, Custom Application, Create App Integration',
      application !== undefined,
      paths.jumpCloudNewApplication,
    ],
    ['Export users to this app (Identity Management)', identityManagement, tab('general')],
    ['Identity Management: SCIM API, SCIM 2.0, Base URL, Token Key', baseUrl !== '', tab('identity')],
    ['Test User Email, and the test passes', isTested, tab('identity')],
    [
      'Group Management: the box Enable management of User Groups is deselected',
      baseUrl !== '' && !groupManagement,
      tab('identity'),
    ],
    ['Activate', isActive, tab('identity')],
    ['User Groups: select the user group to be synchronized, and Save', userGroups.length > 0, tab('groups')],
  ])
}

function resultLines({ isForeign, source, people }: JumpCloudFacts): readonly GuideLine[] {
  const part = '1.3 Verify the results'
  if (isForeign) return linesOf(part, [['The people are at your endpoint', people > 0, paths.targetUsers]])
  return linesOf(part, [
    [
      'Notifications on Member and Department, User Group and Field Management',
      people > 0 && source !== undefined,
      paths.members,
    ],
    ['The sync log has them', (source?.counts.succeeded ?? 0) > 0, paths.syncLog],
  ])
}
