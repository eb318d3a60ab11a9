import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { keepSchema } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import { readSchema } from '../wire/read-schema.ts'
import { OfApplication } from './inputs.ts'

export function importUserSchemaVerb(engine: Engine) {
  return defineVerb({
    name: 'import-user-schema',
    describes:
      "Import User Schema of an application of the catalogue: reads which attributes the endpoint's users have. Nothing is mapped by it.",
    input: OfApplication,
    async run({ application: label }) {
      const application = findApplication(engine.org, label)
      const { kind, connection } = application
      if (kind === 'wizard')
        throw new VerbError('conflict', 'Attributes of an application of the wizard are typed in: see set-mapping.')
      if (!connection) throw new VerbError('conflict', 'Enable provisioning before the schema is imported.')
      const read = await engine.talk(readSchema(await engine.lineTo(application, connection)), 'import')
      if ('failed' in read) throw new VerbError('refused', `Import User Schema failed: ${read.failed}`)
      await engine.act(keepSchema(engine.org, application.id, read.attributes, engine.maker))
      return { attributes: read.attributes.length }
    },
  })
}
