import { z } from 'zod'

/** Which requests a fault strikes. All given parts must fit; a fault without a matcher strikes every request. */
export const FaultMatch = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  path: z.string().optional().describe('Text that the URL contains, such as /Users'),
  body: z.string().optional().describe('Text that the body contains'),
})
export type FaultMatch = z.infer<typeof FaultMatch>

/** What goes wrong on the way, on any target. */
export const FaultEffect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer').describe('The target is not asked; this answer is given instead'),
    status: z.int().min(100).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default(''),
  }),
  z.strictObject({ kind: z.literal('lost-answer').describe('The request is carried out, its answer never arrives') }),
  z.strictObject({ kind: z.literal('sent-twice').describe('The request arrives two times; the second answer counts') }),
  z.strictObject({ kind: z.literal('hang').describe('No answer until the sender gives up') }),
  z.strictObject({ kind: z.literal('refused').describe('The connection is refused') }),
  z.strictObject({
    kind: z.literal('cut').describe('The answer ends in the middle'),
    bytes: z.int().min(0).default(20),
  }),
  z.strictObject({ kind: z.literal('latency').describe('The answer takes this much longer'), ms: z.int().min(0) }),
])
export type FaultEffect = z.infer<typeof FaultEffect>

export const Fault = z.strictObject({
  on: FaultMatch.default({}),
  effect: FaultEffect,
  times: z.int().min(1).optional().describe('How many requests it strikes; without it, until it is lifted'),
  skip: z.int().min(0).default(0).describe('How many fitting requests pass first'),
})
export type Fault = z.infer<typeof Fault>
