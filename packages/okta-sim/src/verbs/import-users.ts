import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { type Account, importAccounts } from '../plan/import-acts.ts'
import { findApplication } from '../plan/org.ts'
import type { JsonObject } from '../wire/answer.ts'
import { listAll } from '../wire/import-people.ts'
import { ApplicationName } from './inputs.ts'

export function importUsersVerb(engine: Engine) {
  return defineVerb({
    name: 'import-users',
    describes:
      'Import Now: reads all users of the endpoint; exact matches by user name or email are linked, without a POST.',
    input: z.strictObject({ application: ApplicationName }),
    listsTarget: true,
    async run({ application: label }) {
      const application = findApplication(engine.org, label)
      const { connection } = application
      if (!connection) throw new VerbError('conflict', 'Enable provisioning before people are imported.')
      const listed = await engine.talk(listAll(await engine.lineTo(application, connection), 'Users'), 'import')
      if (listed.failed !== undefined) throw new VerbError('refused', `Import failed: ${listed.failed}`)
      // Inactive accounts are not brought in (O509).
      const accounts = listed.resources.filter(({ active }) => active !== false).flatMap(accountOf)
      const own = accounts.filter(({ id }) => engine.imports(id))
      const { step, ...result } = importAccounts(engine.org, application, own, engine.maker)
      await engine.act(step)
      return { scanned: own.length, ...result }
    },
  })
}

function accountOf({ id, userName, emails }: JsonObject): readonly Account[] {
  if (typeof id !== 'string' || typeof userName !== 'string') return []
  const email = primaryOf(emails)
  return [{ id, userName, ...(email === undefined ? {} : { email }) }]
}

/** The element that says it is primary (O519). */
function primaryOf(emails: unknown): string | undefined {
  if (!Array.isArray(emails)) return undefined
  const value: unknown = emails.find((one) => Object(one).primary === true)?.value
  return typeof value === 'string' ? value : undefined
}
