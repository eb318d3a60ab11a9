import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { importUsers } from '../connector/import-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function importUsersVerb(engine: Engine) {
  return defineVerb({
    name: 'import-users',
    describes:
      "Imports the target's users: new ones are created, existing ones are not updated, the result goes out by mail.",
    input: z.strictObject({ application: ApplicationName }),
    listsTarget: true,
    run: async ({ application }) => {
      const result = await importUsers(engine, findApplication(engine.view, application), ADMIN)
      await settled(engine)
      return result
    },
  })
}
