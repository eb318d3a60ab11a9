import { defineVerb } from '@scimulator/shared/behaviour'
import { hashToken } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { settled } from './settled.ts'

export function createApiKeyVerb(engine: Engine) {
  return defineVerb({
    name: 'create-api-key',
    describes: "Gives an administrator a key for JumpCloud's API. It is shown this once.",
    input: z.strictObject({ email: z.email().default('admin@jumpcloud.example') }),
    run: async ({ email }) => {
      const apiKey = `jca_${engine.ids.token('api-key')}`
      engine.commit([{ kind: 'key.put', key: { id: engine.ids.objectId('admin'), hash: hashToken(apiKey), email } }])
      await settled(engine)
      return { apiKey }
    },
  })
}
