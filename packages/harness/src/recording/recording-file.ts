// A recording as a file: one line of JSON that says what it is, then one for each exchange in the order in which they ended. A line is whole
// or it is not there; a reader of a file that was cut while it was written loses the last exchange and no other.
import { unmeasurable } from '@scimulator/shared/behaviour'
import type { Exchange } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { BadInput } from '../written/problem.ts'

const Headers = z.array(z.tuple([z.string(), z.string()]))

const Line = z.object({
  seq: z.number().int().positive(),
  startedAt: z.number(),
  durationMs: z.number().nonnegative(),
  request: z.object({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string(),
    headers: Headers,
    body: z.string().optional(),
  }),
  response: z.object({ status: z.number().int(), headers: Headers, body: z.string() }).optional(),
  failure: z
    .object({ kind: z.enum(['timeout', 'connection', 'tls', 'reset', 'protocol', 'blocked']), message: z.string() })
    .optional(),
})

/** An exchange with its number in the file, which begins with 1. */
export interface RecordedExchange extends Exchange {
  readonly seq: number
}

export const RecordingHead = z.object({
  scimulatorRecording: z.literal(1),
  /** RFC 3339. */
  startedAt: z.string(),
  /** Base URL of the endpoint that answered. */
  to: z.string(),
  /** Whether people in it are made up. A file that keeps them is not shared, and no page is made of it unasked. */
  personalData: z.enum(['replaced', 'kept']),
})
export type RecordingHead = z.infer<typeof RecordingHead>

export interface Recording {
  readonly head: RecordingHead
  readonly exchanges: readonly RecordedExchange[]
  /** Whether the last line was cut. */
  readonly isCut: boolean
}

export function headLine(head: RecordingHead): string {
  return `${JSON.stringify(head)}\n`
}

export function exchangeLine({ seq, startedAt, durationMs, request, response, failure }: RecordedExchange): string {
  const { method, url, headers, body } = request
  return `${JSON.stringify({ seq, startedAt, durationMs, request: { method, url, headers, body }, response, failure })}\n`
}

/** @throws BadInput that names the file and the line */
export function readRecording(text: string, file: string): Recording {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  const head = readHead(lines[0] ?? last, file)
  const exchanges = lines.slice(1).map((line, at) => readExchange(line, `${file}, line ${at + 2}`))
  return { head, exchanges, isCut: last !== '' && lines.length > 0 }
}

const Versioned = z.object({ scimulatorRecording: z.number() })

/** @throws BadInput */
export function readHead(line: string, file: string): RecordingHead {
  const value = parsed(line)
  const read = RecordingHead.safeParse(value)
  if (read.success) return read.data
  const version = Versioned.safeParse(value)
  if (version.success && version.data.scimulatorRecording > 1)
    throw new BadInput(
      `${file} was written by a newer Scimulator (format ${version.data.scimulatorRecording}). Update this one.`,
    )
  throw new BadInput(`${file} is no recording: its first line does not say scimulatorRecording.`)
}

/** One line of it. @throws BadInput that says where */
export function readExchange(line: string, where: string): RecordedExchange {
  const read = Line.safeParse(parsed(line))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new BadInput(
      `${where}: ${issue?.path.join('.') || 'the line'} is wrong (${issue?.message ?? 'no exchange'}).`,
    )
  }
  const { request, response, failure, ...rest } = read.data
  const { body, ...asked } = request
  return {
    ...rest,
    request: { ...asked, ...(body === undefined ? {} : { body }) },
    ...(response ? { response } : {}),
    ...(failure ? { failure } : {}),
  }
}

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return unmeasurable(value) ? undefined : value
  } catch {
    return undefined
  }
}
