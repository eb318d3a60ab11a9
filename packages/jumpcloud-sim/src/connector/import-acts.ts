import { VerbError } from '@scimulator/shared/behaviour'
import { createUser } from '../acts/user-acts.ts'
import type { Application } from '../directory/application.ts'
import { instant } from '../directory/context.ts'
import type { Engine } from '../engine.ts'
import type { Initiator } from '../insights/event.ts'
import { candidateOf, readTargetUsers } from './import-users.ts'

export interface ImportResult {
  readonly imported: readonly string[]
  readonly alreadyKnown: readonly string[]
  readonly failed: readonly { readonly email: string; readonly reason: string }[]
  readonly problem?: string
}

/**
 * Imports the target's users, binds them to nothing, and mails the result to the administrator (JumpCloud: Import users and attributes).
 * @param query put behind the request to the target
 */
export async function importUsers(
  engine: Engine,
  application: Application,
  by: Initiator,
  query = '',
): Promise<ImportResult> {
  const { connector } = application
  if (!connector)
    throw new VerbError('refused', `Identity Management of ${application.displayLabel} is not configured yet`)
  const { users, problem } = await engine.talk(readTargetUsers(connector, engine.behaviour, query))
  const imported: string[] = []
  const alreadyKnown: string[] = []
  const failed: { email: string; reason: string }[] = []
  for (const resource of users.filter(({ id }) => engine.imports(id))) {
    const candidate = candidateOf(engine.view, resource)
    if (candidate.kind === 'known') alreadyKnown.push(candidate.username)
    else if (candidate.kind === 'failed') failed.push({ email: candidate.email, reason: candidate.reason })
    else {
      const reason = create(engine, candidate.fields, by)
      if (reason === undefined) imported.push(candidate.fields.username)
      else failed.push({ email: candidate.fields.email, reason })
    }
  }
  const result = { imported, alreadyKnown, failed, ...(problem === undefined ? {} : { problem }) }
  engine.mails.append(mailOf(engine, application, result))
  return result
}

/** Undefined when the user was made, else why not: two mailboxes of one name in two domains, for instance. */
function create(engine: Engine, fields: Parameters<typeof createUser>[1], by: Initiator): string | undefined {
  try {
    engine.happen(createUser(engine.view, fields, engine.context, 'jumpcloud:scim'), by)
    return undefined
  } catch (error) {
    if (error instanceof VerbError) return error.message
    throw error
  }
}

function mailOf(engine: Engine, { displayLabel }: Application, { imported, alreadyKnown, failed }: ImportResult) {
  return {
    at: instant(engine.context.now),
    to: 'admin@jumpcloud.example',
    subject: `User import from ${displayLabel}`,
    text: `${imported.length} imported, ${alreadyKnown.length} already there, ${failed.length} failed`,
  }
}
