import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'
import { beginAgain } from './start-over.ts'

const CompanyInput = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('As people call it: Fabrikam'),
  domain: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'It is a domain such as fabrikam.example')
    .describe('Of the addresses of its people: fabrikam.example'),
})

export const setCompanyVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'set-company',
    describes:
      'Begins the world anew with the made-up company under another name and domain; the snapshot "before starting over" brings it back.',
    input: CompanyInput,
    async run(company) {
      if (world.company.now === undefined)
        throw new VerbError('refused', 'This world began without a made-up company. Start it with --demo.')
      world.company.now = company
      return beginAgain(world, { keepUndo: true, target: 'delete' })
    },
  })
