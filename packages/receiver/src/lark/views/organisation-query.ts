import { z } from 'zod'
import { Acting } from '../acts/acting.ts'

/** What every view may be asked with: who looks, and in which organisation. Over HTTP all values are texts. */
export const OrganisationQuery = Acting

export const PagedQuery = OrganisationQuery.extend({
  limit: z.coerce.number().int().min(1).optional().describe('At most so many, the newest ones'),
})
