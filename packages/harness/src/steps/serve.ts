import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { defineHarnessVerb } from './harness-verb.ts'

export const serveVerb = defineHarnessVerb({
  name: 'serve',
  describes:
    'Opens a loopback port with the interfaces of a program (Graph, JumpCloud’s API, the admin API); gives its url.',
  input: z.strictObject({ program: z.string().min(1).describe('receiver, entra or jumpcloud') }),
  async run({ program }, { world }) {
    const url = await world.serve(program)
    if (url !== undefined) return { url }
    const known = [...world.programs.keys()].join(', ')
    throw new VerbError('not-found', `serve: there is no "${program}" in this run. There is: ${known}.`)
  },
})
