// Acts that come in the midst of others: right before a request leaves, such as a token that is withdrawn while a cycle runs.
import type { FaultMatch } from '@scimulator/shared/behaviour'
import { fitsFault } from '@scimulator/shared/http'
import type { ScimRequest, Send } from '@scimulator/shared/provisioning'

export interface Interruptions {
  /** Has `act` carried out once, before the next fitting request behind `skip` others; `line` is where the file says so. */
  add(on: FaultMatch, skip: number, line: number, act: () => Promise<void>): void
  /** Lines of those whose request has not come. */
  pending(): readonly number[]
  /** What went wrong in them since the last question. */
  takeFailures(): readonly string[]
  around(send: Send): Send
}

interface Waiting {
  readonly on: FaultMatch
  readonly line: number
  readonly act: () => Promise<void>
  skip: number
}

/** @param read the request in the words of its description; on the wire, names may be others */
export function createInterruptions(read: (request: ScimRequest) => ScimRequest = (request) => request): Interruptions {
  let waiting: readonly Waiting[] = []
  const failures: string[] = []

  async function carryOut(request: ScimRequest): Promise<void> {
    const fitting = waiting.filter(({ on }) => fitsFault(on, read(request)))
    const due = fitting.filter(({ skip }) => skip === 0)
    for (const one of fitting) one.skip -= 1
    waiting = waiting.filter((one) => !due.includes(one))
    for (const { act } of due) {
      try {
        await act()
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error))
      }
    }
  }

  return {
    add(on, skip, line, act) {
      waiting = [...waiting, { on, skip, line, act }]
    },
    pending: () => waiting.map(({ line }) => line),
    takeFailures: () => failures.splice(0),
    around: (send) => async (request) => {
      if (waiting.length > 0) await carryOut(request)
      return send(request)
    },
  }
}
