import type { Handler } from '../scim/handler-port.ts'
import type { Tools, Wrap } from './deviation.ts'
import type { DeviationBoard } from './deviation-board.ts'
import { DEVIATIONS } from './deviations.ts'

/** The handler with the deviations that are on at the moment of a request; the first one is the outermost. */
export function deviating(handler: Handler, board: DeviationBoard, tools: Tools): Handler {
  const wraps = new Map<string, Wrap>(Object.entries(DEVIATIONS).map(([name, one]) => [name, one.create(tools)]))
  return (request) => {
    if (board.active.length === 0) return handler(request)
    const wrapped = board.active.reduceRight((next, name) => wraps.get(name)?.(next) ?? next, handler)
    return wrapped(request)
  }
}
