import { z } from 'zod'
import { Acting } from './acting.ts'

/** The input of an act on one sync source. */
export const SourceInput = Acting.extend({
  source: z.string().min(1).describe('Sync source, by id or name'),
})
