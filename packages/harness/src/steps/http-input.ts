// What the step `http` takes, and what can be said of it before anything runs.
import { suggest } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { type MatcherProblem, matcherProblems } from '../scenario/matcher-problems.ts'
import { PROGRAMS } from '../world/programs.ts'
import { isPlainObject } from '../written/plain-object.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The members of an answer, for `expect`, `capture` and what `save` keeps. */
const ANSWER = ['status', 'headers', 'body'] as const

const Expected = z.strictObject({
  status: z
    .union([z.int().min(100).max(599), z.record(z.string(), z.unknown())])
    .optional()
    .describe('A number or a matcher; without it a status of 400 and above fails the step'),
  headers: z.record(z.string(), z.unknown()).optional().describe('By name, in whatever case; each a text or a matcher'),
  body: z.unknown().optional().describe('Matched as in expectations: partially, and with matchers'),
})

export const HttpInput = z
  .strictObject({
    to: z
      .enum(['target', ...PROGRAMS.map(({ name }) => name)])
      .default('target')
      .describe(
        'target: the endpoint that people are provisioned to, over SCIM. receiver: its SCIM, token endpoint and admin API; entra: Graph and sign-in; jumpcloud: API V1, V2 and Directory Insights',
      ),
    method: z.enum(METHODS).default('GET'),
    path: z
      .string()
      .regex(/^\//, 'A path begins with a slash, such as /Users')
      .describe('Of the target, below its base URL; of a program, whole: /v1.0/users, /api/v2/groups'),
    query: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Put behind the path, encoded'),
    headers: z.record(z.string(), z.string()).optional().describe('They win over those that would be sent'),
    body: z.unknown().optional().describe('A text goes as it is, anything else as JSON'),
    form: z.record(z.string(), z.string()).optional().describe('The body as a form, such as that of a token request'),
    signedIn: z
      .boolean()
      .default(true)
      .describe('Whether it carries a token of its own: the source’s at the target, one of Graph, an API key'),
    source: z.string().optional().describe('Of the target: the source whose token it carries; the newest by default'),
    expect: Expected.optional().describe('What the answer must be'),
    capture: z
      .record(z.string().regex(NAME), z.string())
      .optional()
      .describe('Names for later placeholders, each with its place in the answer: { id: body.value.0.id }'),
  })
  .refine(({ body, form }) => body === undefined || form === undefined, {
    path: ['form'],
    message: 'A request has a body or a form, not both',
  })
export type HttpInput = z.infer<typeof HttpInput>

/** Misspelt matchers, and captures of what no answer has. */
export function httpProblems(input: unknown): readonly MatcherProblem[] {
  if (!isPlainObject(input)) return []
  return [...matcherProblems(input.expect, ['expect']), ...captureProblems(input.capture)]
}

function captureProblems(capture: unknown): readonly MatcherProblem[] {
  if (!isPlainObject(capture)) return []
  return Object.entries(capture).flatMap(([name, place]) => {
    if (typeof place !== 'string') return []
    const path = ['capture', name]
    if (name === 'matrix') return [{ message: 'The name "matrix" is that of the matrix.', path }]
    const [first = ''] = place.split('.')
    if (ANSWER.some((member) => member === first)) return []
    const message = `An answer has no "${first}". ${suggest(first, ANSWER)}`
    return [{ message, path }]
  })
}

/** The names that a request keeps values under. */
export function capturesOf(input: unknown): readonly string[] {
  return isPlainObject(input) && isPlainObject(input.capture) ? Object.keys(input.capture) : []
}

/** The program that is asked; undefined for the target, which is always there. */
export function programAsked(input: unknown): string | undefined {
  const to = isPlainObject(input) ? input.to : undefined
  return typeof to === 'string' && to !== 'target' ? to : undefined
}
