// What an administrator does with an application.
import { VerbError } from '@scimulator/shared/behaviour'
import type { Assignment } from '../values/app-user.ts'
import {
  type Application,
  type Connection,
  type Features,
  FIRST_MAPPINGS,
  type Mapping,
} from '../values/application.ts'
import type { SchemaAttribute } from '../values/schema-attribute.ts'
import type { User } from '../values/user.ts'
import { after } from './after.ts'
import { NOTHING, put, type Step, steps } from './changes.ts'
import { membersOf, type Org, pair } from './org.ts'
import { withFollowing } from './people.ts'
import { appTarget, type Maker, provision } from './reconcile.ts'

export function createApplication(
  org: Org,
  label: string,
  kind: Application['kind'],
  maker: Maker,
  own: Pick<Application, 'signOnMode'> & Partial<Pick<Application, 'status'>> = {},
) {
  if (org.all('application').some((one) => one.label === label))
    throw new VerbError('conflict', `There is an application "${label}" already.`)
  const application: Application = {
    ...{ id: maker.id('0oa'), label, kind, status: 'ACTIVE', mappings: FIRST_MAPPINGS },
    features: { createUsers: true, updateUsers: true, deactivateUsers: true },
    created: new Date(maker.now).toISOString(),
    ...own,
  }
  return { application, step: saved(application, 'application.lifecycle.create', maker) }
}

/** People who have the application already are not sent (O225). */
export function connect(application: Application, connection: Connection, maker: Maker): Step {
  return saved({ ...application, connection }, 'application.lifecycle.update', maker)
}

export function setFeatures(org: Org, application: Application, features: Features, maker: Maker): Step {
  const own = saved({ ...application, features }, 'application.lifecycle.update', maker)
  const isOnAgain = features.updateUsers && !application.features.updateUsers
  const sendsMissed = isOnAgain && maker.behaviour.missedUpdates === 'when-switched-on'
  return sendsMissed ? withFollowing(org, own, org.all('user'), maker, application.id) : own
}

/** "Apply updates now" pushes everybody whose profile became another; without it a person gets the new mapping with their next change (O330). */
export function setMappings(
  org: Org,
  application: Application,
  mappings: readonly Mapping[],
  appliesNow: boolean,
  maker: Maker,
): Step {
  const own = saved({ ...application, mappings }, 'application.provision.field_mapping_rule.change', maker)
  return appliesNow ? withFollowing(org, own, org.all('user'), maker, application.id) : own
}

/** What Add Attribute offers from now on (O531). */
export function keepSchema(org: Org, appId: string, schema: readonly SchemaAttribute[], maker: Maker): Step {
  const application = org.get('application', appId)
  return application ? saved({ ...application, schema }, 'application.configuration.import_schema', maker) : NOTHING
}

export function saved(application: Application, eventType: string, maker: Maker): Step {
  const log = [{ eventType, target: [appTarget(application)] }]
  const next: Application = { ...application, lastUpdated: new Date(maker.now).toISOString() }
  return { changes: [put('application', application.id, next)], log }
}

/** An assignment is made or taken away, of a person or of a group. */
export function assign(org: Org, assignment: Assignment, isAssigned: boolean, maker: Maker): Step {
  const key = pair(assignment.appId, assignment.id)
  const isThere = org.get('assignment', key) !== undefined
  if (isThere === isAssigned) return isAssigned ? again(org, assignment, maker) : { changes: [], log: [] }
  const made: Assignment = { ...assignment, created: new Date(maker.now).toISOString() }
  const own = { changes: [put('assignment', key, isAssigned ? made : null)], log: [] }
  const followed = withFollowing(org, own, peopleOf(org, assignment), maker)
  return isAssigned ? steps(followed, again(after(org, followed.changes), assignment, maker)) : followed
}

/** Somebody whose provisioning failed and who is assigned again goes the whole way (O615, O623). */
function again(org: Org, { appId, type, id }: Assignment, maker: Maker): Step {
  const application = org.get('application', appId)
  const user = type === 'user' ? org.get('user', id) : undefined
  const known = org.get('appUser', pair(appId, id))
  if (!application?.connection || !user || known?.syncState !== 'ERROR') return { changes: [], log: [] }
  return provision(application, user, known, maker)
}

/** "Provision User": those who were assigned before provisioning was enabled (O226). */
export function provisionMissing(org: Org, application: Application, maker: Maker): Step {
  const waiting = org
    .all('appUser')
    .filter(({ appId, syncState }) => appId === application.id && syncState === 'DISABLED')
  return steps(
    ...waiting.map((appUser) => {
      const user = org.get('user', appUser.userId)
      return user?.status === 'ACTIVE' ? provision(application, user, appUser, maker) : { changes: [], log: [] }
    }),
  )
}

function peopleOf(org: Org, { type, id }: Assignment): readonly User[] {
  if (type === 'group') return membersOf(org, id)
  const user = org.get('user', id)
  return user ? [user] : []
}
