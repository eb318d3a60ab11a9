import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { beginImport } from '../plan/import-acts.ts'
import { findApplication } from '../plan/org.ts'
import { ApplicationName } from './inputs.ts'

export function importUsersVerb(engine: Engine) {
  return defineVerb({
    name: 'import-users',
    describes:
      'Import Now: reads all users of the endpoint; exact matches by user name or email are linked, without a POST. While it waits, as after a 429, the result says so, and imports shows how it ends.',
    input: z.strictObject({ application: ApplicationName }),
    listsTarget: true,
    async run({ application: label }) {
      const application = findApplication(engine.org, label)
      await engine.act(beginImport(engine.org, application, engine.maker))
      const run = engine.org.get('importRun', application.id)
      if (run?.error !== undefined) throw new VerbError('refused', run.error)
      const { scanned = 0, matched = [], unmatched = [], unchanged = 0 } = run ?? {}
      return { scanned, matched, unmatched, unchanged, ...(run?.status === 'RUNNING' ? { isWaiting: true } : {}) }
    },
  })
}
