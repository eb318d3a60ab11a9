// What one life sends and reads, act by act, for its recording.
import type { Exchange, Send } from '@scimulator/shared/provisioning'
import type { Sender } from './expected-directory.ts'

/** An act with the place of its exchanges; the first one is the connection. */
export interface TapedAct {
  readonly id: string
  readonly from: number
  readonly to: number
}

export class LifeTape {
  readonly sender: Sender
  readonly exchanges: Exchange[] = []
  readonly acts: TapedAct[] = []

  constructor(sender: Sender) {
    this.sender = sender
  }

  /** A `Send` whose exchanges are on the tape, as they are. */
  recording(send: Send): Send {
    return async (request) => {
      const exchange = await send(request)
      this.exchanges.push(exchange)
      return exchange
    }
  }

  /** Everything since the act before it belongs to this one. */
  ends(id: string): void {
    this.acts.push({ id, from: this.acts.at(-1)?.to ?? 0, to: this.exchanges.length })
  }
}
