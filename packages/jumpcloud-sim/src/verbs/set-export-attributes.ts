import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { saveConnector } from '../connector/connector-acts.ts'
import { ConnectorForm, formOf } from '../connector/connector-form.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function setExportAttributesVerb(engine: Engine) {
  return defineVerb({
    name: 'set-export-attributes',
    describes: 'Export Attribute Mapping: says which optional attributes are not sent.',
    input: z.strictObject({
      application: ApplicationName,
      exclude: ConnectorForm.shape.excludedAttributes,
      testUserEmail: z.email().optional(),
    }),
    run: async ({ application: name, exclude, testUserEmail }) => {
      const application = findApplication(engine.view, name)
      const form = { ...formOf(application), excludedAttributes: exclude }
      const { id } = await saveConnector(engine, application, testUserEmail ? { ...form, testUserEmail } : form, ADMIN)
      await settled(engine)
      return shownConnector(engine.view, id)
    },
  })
}
