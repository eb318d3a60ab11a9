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
  z.strictObject({
    kind: z.literal('reordered').describe('The sender gives up; the request arrives after the next one that fits'),
  }),
  z.strictObject({
    kind: z.literal('concurrent').describe('The sender gives up; the request arrives together with the next that fits'),
  }),
  z.strictObject({ kind: z.literal('hang').describe('No answer until the sender gives up') }),
  z.strictObject({ kind: z.literal('refused').describe('The connection is refused') }),
  z.strictObject({
    kind: z.literal('cut').describe('The answer ends in the middle'),
    bytes: z.int().min(0).default(20),
  }),
  z.strictObject({ kind: z.literal('half-a-body').describe('It is carried out; of the answer the first half comes') }),
  z.strictObject({ kind: z.literal('bad-json').describe('It is carried out; the answer is not JSON, by one comma') }),
  z.strictObject({
    kind: z.literal('web-page').describe('It is carried out; with the answer’s status comes a web page'),
    body: z.string().default('<!doctype html><title>Sign in</title><p>Sign in to go on.</p>'),
  }),
  z.strictObject({
    kind: z.literal('content-type').describe('It is carried out; the answer says that it is of another type'),
    type: z.string().default('text/plain'),
  }),
  z.strictObject({
    kind: z.literal('redirect').describe('The target is not asked; the request is sent elsewhere'),
    to: z.string().describe('Where to: the header Location'),
    status: z.union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)]).default(302),
  }),
  z.strictObject({ kind: z.literal('latency').describe('The answer takes this much longer'), ms: z.int().min(0) }),
])
export type FaultEffect = z.infer<typeof FaultEffect>

export const Fault = z.strictObject({
  on: FaultMatch.default({}),
  effect: FaultEffect,
  times: z.int().min(1).optional().describe('How many requests it strikes; without it, until it is lifted'),
  skip: z.int().min(0).default(0).describe('How many fitting requests pass first'),
  rate: z.number().gt(0).max(1).optional().describe('Which share of them it strikes: 0.2 is every fifth, by chance'),
  seed: z.int().optional().describe('With rate: which ones; the same seed strikes the same ones. Default 1'),
})
export type Fault = z.infer<typeof Fault>
