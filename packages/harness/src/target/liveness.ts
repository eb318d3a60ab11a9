// A target that is slow, or that cuts some connections, is a target. One that no longer answers anything ends the run, with one message
// instead of a failure in every scenario. The difference is found by asking it something harmless, patiently.
import type { Exchange } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'

export interface Liveness {
  /** Looks at what came of a request. Resolves when it is known whether the target still answers. */
  note(exchange: Exchange): Promise<void>
  /** Why nothing more is sent; undefined as long as the target answers. */
  readonly gone: string | undefined
  /** Ends the run for another reason. */
  end(reason: string): void
}

/** Silences in a row, of all worlds together, after which the target is asked whether it is there; doubled each time it was. */
const SUSPICIOUS = 3

/** How long it may be away: it is asked at once and after each of these waits. */
const WAITS_MS = [250, 1_000, 2_000, 4_000]

/** A read that times out has waited long by itself; two of them say that it hangs. */
const HANGS = 2

/** @param ask a harmless read; its answer, whatever it is, means that the target is there */
export function createLiveness(ask: () => Promise<Exchange>, time: RealTime): Liveness {
  let silences = 0
  let suspicious = SUSPICIOUS
  let gone: string | undefined
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    let exchange = await ask()
    let timeouts = isTimeout(exchange)
    for (const wait of WAITS_MS) {
      if (exchange.response || timeouts === HANGS) break
      await time.sleep(wait)
      exchange = await ask()
      timeouts += isTimeout(exchange)
    }
    silences = 0
    suspicious *= 2
    if (!exchange.response) gone ??= goneText(exchange)
  }

  return {
    async note({ response, failure }) {
      if (response) silences = 0
      if (response || gone !== undefined || failure?.kind === 'blocked') return
      silences += 1
      if (failure?.kind !== 'connection' && silences < suspicious) return
      looking ??= look().finally(() => {
        looking = undefined
      })
      await looking
    },
    get gone() {
      return gone
    },
    end(reason) {
      gone ??= reason
    },
  }
}

function isTimeout({ failure }: Exchange): number {
  return failure?.kind === 'timeout' ? 1 : 0
}

function goneText({ request, failure }: Exchange): string {
  return `The target stopped answering: GET ${request.url} (${failure?.kind}: ${failure?.message}). The run ends here.`
}
