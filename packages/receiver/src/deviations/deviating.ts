import type { Handler } from '../scim/handler-port.ts'
import type { Deviation, Tools, Wrap } from './deviation.ts'
import type { DeviationBoard } from './deviation-board.ts'
import type { DeviationSetting } from './deviation-setting.ts'
import { DEVIATIONS } from './deviations.ts'

/** The handler with the deviations that are on at the moment of a request: those that look inside innermost, of the others the first outermost. */
export function deviating(handler: Handler, board: DeviationBoard, tools: Omit<Tools, 'pauseMs'>): Handler {
  let wraps = new Wraps(tools)
  let { beginning } = board
  return (request) => {
    if (beginning !== board.beginning) wraps = new Wraps(tools)
    beginning = board.beginning
    if (board.active.length === 0) return handler(request)
    const wrapped = outermostFirst(board.active).reduceRight((next, setting) => wraps.of(setting)(next), handler)
    return wrapped(request)
  }
}

const DEPTHS = new Map<string, number>(
  DEVIATIONS.map(({ name, looksInside, doesMore }: Deviation) => [name, doesMore ? 2 : looksInside ? 1 : 0]),
)

function outermostFirst(active: readonly DeviationSetting[]): readonly DeviationSetting[] {
  const depth = ({ name }: DeviationSetting): number => DEPTHS.get(name) ?? 0
  return [...active].sort((a, b) => depth(a) - depth(b))
}

/** Made once for each deviation and pause, so that what one remembers outlives the request. */
class Wraps {
  readonly #byName = new Map<string, Deviation>(DEVIATIONS.map((one) => [one.name, one]))
  readonly #made = new Map<string, Wrap>()
  readonly #tools: Omit<Tools, 'pauseMs'>

  constructor(tools: Omit<Tools, 'pauseMs'>) {
    this.#tools = tools
  }

  of({ name, ms }: DeviationSetting): Wrap {
    const deviation = this.#byName.get(name)
    const pauseMs = ms ?? deviation?.pauseMs ?? 0
    const key = `${name} ${pauseMs}`
    const wrap =
      this.#made.get(key) ?? deviation?.create({ schedule: this.#tools.schedule, pauseMs }) ?? ((next) => next)
    this.#made.set(key, wrap)
    return wrap
  }
}
