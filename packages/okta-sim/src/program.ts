// What the organisation says of itself to its host.
import { inGroup, type Verb } from '@scimulator/shared/behaviour'
import { type Desk, defineProgram, switchesOf, switchesType } from '@scimulator/shared/program'
import { z } from 'zod'
import { resolveBehaviour, switches } from './behaviour.ts'
import { Engine } from './engine.ts'
import { quirks } from './quirks.ts'
import type { Kinds } from './values/kinds.ts'
import { applicationVerbs } from './verbs/applications.ts'
import { groupPushVerbs } from './verbs/group-push.ts'
import { groupVerbs } from './verbs/groups.ts'
import { importUsersVerb } from './verbs/import-users.ts'
import { loadCompanyVerb } from './verbs/load-company.ts'
import { peopleVerbs } from './verbs/people.ts'
import { taskVerbs } from './verbs/tasks.ts'
import { systemLogView } from './views/system-log.ts'
import {
  applicationsView,
  assignmentsView,
  groupPushesView,
  groupsView,
  jobsView,
  linksView,
  tasksView,
  usersView,
} from './views/views.ts'

const facts = {
  name: 'okta',
  title: 'Okta',
  dataVersion: 1,
  switches,
  quirks,
  fidelity: async () => (await import('./fidelity.ts')).OKTA_FIDELITY,
  options: z.strictObject({ switches: switchesType(switches) }),
}

export const oktaProgram = defineProgram<Kinds>(facts, (desk) => wordsOf(desk))

function wordsOf(desk: Desk<Kinds>) {
  const engine = new Engine(desk, resolveBehaviour(switchesOf(desk.options).switches))
  return {
    verbs: verbsOf(engine),
    views: VIEWS.map((view) => view(engine)),
    resume: () => engine.resume(),
    idle: () => engine.idle(),
    close: () => engine.close(),
  }
}

const VIEWS = [
  applicationsView,
  assignmentsView,
  groupPushesView,
  groupsView,
  jobsView,
  linksView,
  systemLogView,
  tasksView,
  usersView,
]

function verbsOf(engine: Engine): readonly Verb[] {
  return [
    ...inGroup<Verb>('People', peopleVerbs(engine)),
    ...inGroup<Verb>('Groups', groupVerbs(engine)),
    ...inGroup<Verb>('Applications', [...applicationVerbs(engine), importUsersVerb(engine)]),
    ...inGroup<Verb>('Group push', groupPushVerbs(engine)),
    ...inGroup<Verb>('Organization', [loadCompanyVerb(engine), ...taskVerbs(engine)]),
  ]
}
