import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Control } from '@scimulator/shared/behaviour'
import { listen } from '@scimulator/shared/http'
import { assertOptions, aText, aWholeNumber } from './assert-options.ts'
import { readControlView, verbMethods } from './control-methods.ts'
import type { HttpRequest, HttpResponse, Listening, ListenOptions } from './http-types.ts'
import type { Program } from './program.ts'

interface Parts {
  readonly control: Control
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Waits until what a verb has started has happened. */
  readonly settle: () => Promise<unknown>
  readonly listen?: (options: ListenOptions) => Promise<Listening>
  readonly close: () => Promise<unknown>
}

/** A program as the library shows it: its verbs as functions, and what all programs have. `Verbs` says which verbs the control has. */
export function programOf<Verbs extends object, View extends string>(parts: Parts): Verbs & Program<View> {
  const { control, settle } = parts
  const listening: Listening[] = []
  const program: Program<View> = {
    // Callers hand in what node:http gave them; the public type names only what it has in common with other frameworks.
    handle: parts.handle as unknown as (request: HttpRequest, response: HttpResponse) => void,
    async listen(options = {}) {
      assertOptions<ListenOptions>('listen', options, { port: aWholeNumber, host: aText })
      const server = await (parts.listen?.(options) ?? listen(parts.handle, options))
      listening.push(server)
      return server
    },
    view: (name, query) => readControlView(control, name, query),
    reset: () => control.reset(),
    snapshot: () => control.snapshot(),
    restore: (snapshot) => control.restore(snapshot),
    async close() {
      await Promise.all(listening.splice(0).map((server) => server.close()))
      await parts.close()
    },
  }
  // The interfaces in generated/ are made from these very verbs; a test holds them against one another.
  return Object.assign(program, verbMethods(control, settle)) as Verbs & Program<View>
}
