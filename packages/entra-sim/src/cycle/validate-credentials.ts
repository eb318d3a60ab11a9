import type { ObjectError } from '../conversation/outcome.ts'
import type { Secret } from '../directory/service-principal.ts'
import type { SynchronizationJob } from '../job/job.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { runProbe } from './run-probe.ts'
import { openSession } from './session.ts'
import { signedInPorts } from './signed-in-ports.ts'

/**
 * Test Connection (Graph validateCredentials): lookups of a user and of a group with random names must be answered with empty lists.
 * @param secrets instead of those that are saved
 * @returns why the connection cannot be used; undefined when it can
 */
export async function validateCredentials(
  ports: TenantPorts,
  job: SynchronizationJob,
  secrets?: readonly Secret[],
): Promise<ObjectError | undefined> {
  const session = openSession(ports, job, 'rehearsal', secrets)
  if (session.settings.baseAddress === '') {
    return { code: 'InvalidCredentials', reason: 'There is no tenant URL to test; set it first.', isJobLevel: true }
  }
  const { ports: signedIn, error } = await signedInPorts(ports, session)
  return error ?? runProbe(signedIn, session, 'testConnection')
}
