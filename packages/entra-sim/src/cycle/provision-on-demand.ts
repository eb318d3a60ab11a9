// Provision on demand: one user, or one group with at most five of its members, outside the cycle. The watermark stays, failures are
// not put into escrow, and the compatibility flag has no effect (Microsoft: Provision on demand).
import { VerbError } from '@scimulator/shared/behaviour'
import type { Outcome } from '../conversation/outcome.ts'
import { isEnabled } from '../directory/entra-user.ts'
import type { ProvisioningRecord } from '../log/provisioning-record.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { carryOutIntent } from './carry-out-intent.ts'
import { carryOutManager, carryOutMembers, mapsMembers } from './carry-out-references.ts'
import type { ObjectIntent } from './intent.ts'
import { planGroup } from './plan-group.ts'
import { planUser } from './plan-user.ts'
import { runProbe } from './run-probe.ts'
import type { Session } from './session.ts'
import { signedInPorts } from './signed-in-ports.ts'

const MEMBERS_ON_DEMAND = 5

export interface OnDemandSubject {
  readonly objectType: 'User' | 'Group'
  readonly objectId: string
  /** Object ids of the members to provision with a group. */
  readonly memberIds: readonly string[]
}

/** Carries the subject out and returns what was recorded about it. The ports are paced already. */
export async function provisionOnDemand(
  unsigned: TenantPorts,
  session: Session,
  subject: OnDemandSubject,
): Promise<readonly ProvisioningRecord[]> {
  assertAllowed(unsigned, session, subject)
  const { ports, error: signInError } = await signedInPorts(unsigned, session)
  const records: ProvisioningRecord[] = []
  const noted: TenantPorts = {
    ...ports,
    record: (entry) => {
      records.push(entry)
      ports.record(entry)
    },
  }
  const error = signInError ?? (await runProbe(ports, session, 'activity'))
  if (error) throw new VerbError('refused', `The connection to the target could not be tested: ${error.reason}`)
  if (subject.objectType === 'User') await provisionOne(noted, session, 'User', subject.objectId)
  else await provisionGroupWithMembers(noted, session, subject)
  countLinks(ports, session)
  return records
}

async function provisionOne(
  ports: TenantPorts,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
): Promise<Outcome | undefined> {
  const plan = objectType === 'User' ? planUser : planGroup
  const intent: ObjectIntent | undefined = plan(objectId, ['onDemand'], session.plan)
  if (!intent) throw new VerbError('refused', 'Groups are not provisioned by this job; enable their mapping first.')
  const outcome = await carryOutIntent(ports, session, intent)
  const seen = session.facts.seenManagers.get(objectId)
  if (objectType === 'User' && seen !== undefined) await carryOutManager(ports, session, objectId, seen)
  return outcome
}

async function provisionGroupWithMembers(
  ports: TenantPorts,
  session: Session,
  subject: OnDemandSubject,
): Promise<void> {
  const { objectId, memberIds } = subject
  for (const memberId of memberIds) await provisionOne(ports, session, 'User', memberId)
  const outcome = await provisionOne(ports, session, 'Group', objectId)
  // A group that failed, or whose removal is held back, is sent no members.
  const isInLine = session.data.links.has(objectId) && !session.data.staged.has(objectId) && !outcome?.error
  if (memberIds.length === 0 || !mapsMembers(session) || !isInLine) return
  const linked = memberIds.filter((id) => session.data.links.has(id))
  const unresolved = memberIds.filter((id) => !session.data.links.has(id))
  const nothingElse = { removed: [], lapsed: [], waiting: [], isHeld: false } as const
  await carryOutMembers(ports, session, { groupId: objectId, added: linked, unresolved, ...nothingElse })
}

function countLinks(ports: TenantPorts, session: Session): void {
  const job = ports.view.jobs.get(session.job.id)
  const { User, Group } = session.facts.tally.linked
  if (!job || User + Group === 0) return
  const entryCounts = { User: job.entryCounts.User + User, Group: job.entryCounts.Group + Group }
  ports.commit([{ kind: 'job', id: job.id, value: { ...job, entryCounts } }])
}

function assertAllowed({ view }: TenantPorts, { settings }: Session, subject: OnDemandSubject): void {
  if (settings.baseAddress === '') throw new VerbError('refused', 'Set the credentials first (set-credentials).')
  const { objectId, memberIds } = subject
  const group = view.groups.get(objectId)
  if (group?.deletedAt !== undefined)
    throw new VerbError(
      'refused',
      `"${group.displayName}" is deleted in Entra ID and cannot be chosen; wait for a cycle.`,
    )
  for (const id of subject.objectType === 'User' ? [objectId] : memberIds) {
    const user = view.users.get(id)
    if (!user) throw new VerbError('refused', `${id} is no user; nested groups cannot be provisioned on demand.`)
    if (user.deletedAt !== undefined || !isEnabled(user)) {
      const name = String(user.nameBeforeDeletion ?? user.attributes.userPrincipalName)
      throw new VerbError(
        'refused',
        `${name} is disabled or deleted in Entra ID and cannot be chosen; wait for a cycle.`,
      )
    }
  }
  if (memberIds.length > MEMBERS_ON_DEMAND) {
    throw new VerbError('refused', `At most ${MEMBERS_ON_DEMAND} members can be chosen, not ${memberIds.length}.`)
  }
  const stranger = memberIds.find((id) => !view.memberships.has(objectId, id))
  if (stranger !== undefined) throw new VerbError('refused', `${stranger} is not a member of the group.`)
}
