import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deleteApplication } from '../acts/application-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function deleteApplicationVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-application',
    describes: "Deletes an application on JumpCloud's side only; the target stays as it is.",
    input: z.strictObject({ application: ApplicationName }),
    run: async ({ application: name }) => {
      const application = findApplication(engine.view, name)
      engine.abortPushes(application.id)
      engine.happen(deleteApplication(application), ADMIN)
      await settled(engine)
    },
  })
}
