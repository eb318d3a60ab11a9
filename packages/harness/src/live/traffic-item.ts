// An exchange as views and recordings show it.
import { copiedRequest, SHELLS, type Shell } from '@scimulator/shared/platform'
import { PURPOSES } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { MARKS } from './describe-exchange.ts'
import type { KeptExchange } from './traffic-log.ts'

const Message = z.object({
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullable(),
})

export const TrafficEffect = z.object({
  source: z
    .enum(['own', 'observed', 'inferred'])
    .describe('Told by the receiver itself, seen by reads around the write, or read from request and answer alone'),
  object: z.string(),
  objectId: z.string().nullable(),
  name: z.string(),
  action: z.string(),
  reason: z.string().nullable(),
  attributes: z
    .array(
      z.object({ attribute: z.string(), scim: z.string(), old: z.string().nullable(), new: z.string().nullable() }),
    )
    .readonly(),
})

export const TrafficItem = z.object({
  seq: z.number().int().describe('Number of the event that told of it'),
  sender: z.string(),
  method: z.string(),
  url: z.string(),
  path: z.string().describe('What follows the base URL'),
  at: z.number().describe('Milliseconds since the epoch, by the clock of the world'),
  durationMs: z.number(),
  startedSeq: z.number().int().describe('Number of the newest event when it was sent'),
  bytes: z.number().int().describe('Of both bodies'),
  status: z.number().int().nullable(),
  failure: z.string().nullable().describe('Why there was no answer'),
  purpose: z.enum(PURPOSES).describe('What the sender says it is for; read from the bytes of any other client'),
  guessed: z.boolean().describe('Whether the purpose was read from the bytes, because the sender has said none'),
  object: z.enum(['user', 'group']).nullable(),
  objectId: z.string().nullable(),
  name: z.string().nullable(),
  filter: z.string().nullable(),
  found: z.number().int().nullable(),
  attributes: z.array(z.string()).readonly(),
  added: z.number().int(),
  removed: z.number().int(),
  arrived: z
    .number()
    .int()
    .nullable()
    .describe('Of the members that were added, how many the answer has; null where it shows none'),
  marks: z.array(z.enum(MARKS)).readonly().describe('Forms that receivers stumble over'),
  activity: z.enum(['cycle', 'on-demand', 'test', 'push', 'import']).nullable(),
  run: z.number().int().nullable().describe('Number of the piece of work that it belongs to'),
  subject: z.object({ id: z.string(), name: z.string() }).nullable().describe('Whom it is about at the source'),
  step: z.string().nullable().describe('Of a connection test: T1 to T10'),
  fault: z.string().nullable().describe('What struck it on the way'),
  findings: z
    .array(z.object({ id: z.string(), title: z.string() }))
    .readonly()
    .describe('What it shows beyond doubt to be wrong at somebody’s own endpoint'),
  covered: z.boolean().describe('Whether somebody else’s accounts are in the answer, of which the ids are shown'),
  effects: z.array(TrafficEffect).readonly().describe('What it changed at the receiver'),
  request: Message.optional(),
  response: Message.optional(),
  commands: z
    .record(z.enum(SHELLS), z.string())
    .optional()
    .describe('By shell, what sends it again; the token comes from SCIM_TOKEN'),
})
export type TrafficItem = z.infer<typeof TrafficItem>

/** With headers and bodies, and what sends it again. */
export function wholeItem({ head, exchange: { request, response } }: KeptExchange): TrafficItem {
  return {
    ...head,
    request: { headers: pairs(request.headers), body: request.body ?? null },
    commands: commandsOf(request),
    ...(response ? { response: { headers: pairs(response.headers), body: response.body } } : {}),
  }
}

function commandsOf(request: KeptExchange['exchange']['request']): Record<Shell, string> {
  const command = (shell: Shell): string => copiedRequest(request, 'SCIM_TOKEN', shell)
  return { posix: command('posix'), powershell: command('powershell'), cmd: command('cmd') }
}

function pairs(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.map(([name, value]) => [name, value])
}
