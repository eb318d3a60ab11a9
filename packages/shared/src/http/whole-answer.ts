// One request and the whole of its answer. Bodies are small and read to the end, so that no stream stands between.
import type { Dispatcher } from 'undici'
import type { HeaderList, ScimRequest, ScimResponse } from '../provisioning/index.ts'
import { ProtocolError } from './exchange-failure.ts'
import { unpacked } from './unpacked.ts'

export interface AnswerLimits {
  /** Milliseconds from the request to the end of the answer. */
  readonly timeoutMs: number
  readonly maxBodyBytes: number
}

/**
 * @param target where the request goes, as it is written
 * @throws Error of undici; of name `TimeoutError` after `timeoutMs`; {@link ProtocolError} beyond `maxBodyBytes`
 */
export function wholeAnswer(
  { method, headers, body }: ScimRequest,
  target: { readonly origin: string; readonly path: string },
  dispatcher: Dispatcher,
  limits: AnswerLimits,
): Promise<ScimResponse> {
  return new Promise((resolve, reject) => {
    const reader = new AnswerReader(limits, resolve, reject)
    dispatcher.dispatch({ ...target, method, headers: headers.flat(), body: body ?? null }, reader)
  })
}

class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #limits: AnswerLimits
  readonly #resolve: (answer: ScimResponse) => void
  readonly #reject: (error: Error) => void
  readonly #timer: NodeJS.Timeout
  readonly #chunks: Buffer[] = []
  #size = 0
  #status = 0
  #headers: HeaderList = []
  #controller: Dispatcher.DispatchController | undefined
  #late: Error | undefined

  constructor(limits: AnswerLimits, resolve: (answer: ScimResponse) => void, reject: (error: Error) => void) {
    this.#limits = limits
    this.#resolve = resolve
    this.#reject = reject
    this.#timer = setTimeout(() => this.#giveUp(), limits.timeoutMs)
    this.#timer.unref()
  }

  /** A request that still waits for a connection is not begun any more. */
  #giveUp(): void {
    this.#late = Object.assign(new Error('No answer in time'), { name: 'TimeoutError' })
    this.#controller?.abort(this.#late)
    this.#reject(this.#late)
  }

  /** Called again when a request goes out again because its connection was closed before it was read. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#late) controller.abort(this.#late)
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status
    this.#headers = headerList(controller.rawHeaders)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length
    this.#chunks.push(chunk)
    const { maxBodyBytes } = this.#limits
    if (this.#size > maxBodyBytes)
      controller.abort(new ProtocolError(`The answer is longer than ${maxBodyBytes} bytes`))
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer)
    const [only = Buffer.alloc(0)] = this.#chunks
    const bytes = this.#chunks.length < 2 ? only : Buffer.concat(this.#chunks)
    try {
      const { maxBodyBytes } = this.#limits
      const { headers, bytes: plain } = unpacked(this.#headers, bytes, maxBodyBytes)
      this.#resolve({ status: this.#status, headers, body: plain.toString('utf8') })
    } catch (error) {
      this.#reject(error instanceof Error ? error : new ProtocolError(String(error)))
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer)
    this.#reject(error)
  }
}

/** Names and values by turns, as they came; without a list, none. */
function headerList(raw: Dispatcher.DispatchController['rawHeaders']): HeaderList {
  if (!Array.isArray(raw)) return []
  return Array.from({ length: raw.length / 2 }, (_, at) => [text(raw[2 * at]), text(raw[2 * at + 1])] as const)
}

function text(bytes: Buffer | string | undefined): string {
  return typeof bytes === 'string' ? bytes : (bytes?.toString('latin1') ?? '')
}
