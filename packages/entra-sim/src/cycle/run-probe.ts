// Asks for users and groups that do not exist. How many names are asked for, and whether groups are, are switches.
import { type Activity, converse, noted } from '@scimulator/shared/provisioning'
import type { EntraSwitches } from '../behaviour.ts'
import type { ObjectError } from '../conversation/outcome.ts'
import { type ProbeQuestion, probe } from '../conversation/probe.ts'
import type { ResourceType } from '../request/composer.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import type { Session } from './session.ts'

/** Before an administrator saves credentials, or before a cycle or a provision on demand. */
export type ProbeOccasion = 'testConnection' | 'activity'

export async function runProbe(
  ports: TenantPorts,
  session: Session,
  occasion: ProbeOccasion,
): Promise<ObjectError | undefined> {
  const questions = questionsOf(ports, session, occasion)
  const asked = probe(session.composer, questions, ports.switches)
  if (occasion === 'activity') return converse(asked, ports.send)
  const activity: Activity = { kind: 'test' }
  return converse(asked, (request) => ports.send(noted(request, { activity })))
}

function questionsOf(ports: TenantPorts, { compiled }: Session, occasion: ProbeOccasion): readonly ProbeQuestion[] {
  return probedTypes(ports.switches, occasion).map((type) => ({
    type,
    attribute: compiled[type].matching[0]?.mapping.targetAttributeName ?? USUAL_MATCHING[type],
    randomName: ports.ids.uuid('probe'),
  }))
}

const USUAL_MATCHING: Readonly<Record<ResourceType, string>> = { User: 'userName', Group: 'displayName' }

/** Users first, then groups. */
function probedTypes(
  { probePerCycle, probeGroups }: Pick<EntraSwitches, 'probePerCycle' | 'probeGroups'>,
  occasion: ProbeOccasion,
): readonly ResourceType[] {
  const isTest = occasion === 'testConnection'
  const users = Array.from({ length: isTest ? 1 : probePerCycle }, () => 'User' as const)
  const asksGroups = probeGroups === 'testAndCycle' || (probeGroups === 'testOnly' && isTest)
  return asksGroups && users.length > 0 ? [...users, 'Group'] : users
}
