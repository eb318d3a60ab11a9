import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

const Input = z.strictObject({})

export const rollSigningKeyVerb = (context: EntraContext) =>
  defineVerb({
    name: 'roll-signing-key',
    describes:
      'Signs tokens for targets with a new key from now on; the old one stays published, so that tokens already issued can still be verified.',
    input: Input,
    run: () => context.ports.rollKey(),
  })
