// What views of several things are asked by.
import { z } from 'zod'

export const NoQuery = z.strictObject({})
export const ByApplication = z.strictObject({ application: z.string().optional().describe('Label of one application') })
export const ByPerson = ByApplication.extend({ user: z.string().optional().describe('Id of one person') })
