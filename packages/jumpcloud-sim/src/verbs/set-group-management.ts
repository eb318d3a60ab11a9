import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { saveConnector } from '../connector/connector-acts.ts'
import { formOf } from '../connector/connector-form.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function setGroupManagementVerb(engine: Engine) {
  return defineVerb({
    name: 'set-group-management',
    describes: 'Sets or clears "Enable management of User Groups and Group Membership in this application".',
    input: z.strictObject({ application: ApplicationName, enabled: z.boolean(), testUserEmail: z.email().optional() }),
    run: async ({ application: name, enabled, testUserEmail }) => {
      const application = findApplication(engine.view, name)
      const form = { ...formOf(application), groupManagement: enabled }
      const { id } = await saveConnector(engine, application, testUserEmail ? { ...form, testUserEmail } : form, ADMIN)
      await settled(engine)
      return shownConnector(engine.view, id)
    },
  })
}
