import type { ApiToken } from './api-token.ts'
import type { AppUser, Assignment } from './app-user.ts'
import type { Application } from './application.ts'
import type { Group, Member } from './group.ts'
import type { GroupPush } from './group-push.ts'
import type { GroupRule } from './group-rule.ts'
import type { ImportRun } from './import-run.ts'
import type { Job, Task } from './job.ts'
import type { User } from './user.ts'

/** What an organisation remembers. */
export type Kinds = Readonly<{
  user: User
  group: Group
  member: Member
  application: Application
  assignment: Assignment
  appUser: AppUser
  groupPush: GroupPush
  job: Job
  task: Task
  apiToken: ApiToken
  importRun: ImportRun
  groupRule: GroupRule
}>
