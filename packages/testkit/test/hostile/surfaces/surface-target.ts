// An HTTP surface of a program, without a socket: what must hold of every answer, and that what is refused has changed nothing.
import type { Draw } from '../draw.ts'
import { type AnyTarget, hidden, must } from '../target.ts'
import { type Answered, type Asked, mutatedRequest, shownRequest, smallerRequests } from './request.ts'
import { type World, withNames } from './world.ts'

export interface Surface {
  readonly name: string
  /** Whose branches must be reached. */
  readonly files: readonly string[]
  make(draw: Draw): Asked
  /** Whether a body is an error as this surface words it. */
  isError(body: unknown, status: number): boolean
  /** What its paths begin with; any other path is a surface beside it. Everything by default. */
  readonly below?: RegExp
  /** Whether an answer from 500 on is one that the vendor gives. */
  isMeant?(body: string): boolean
  /** What else must hold of an answer. */
  judge?(body: unknown, asked: Asked): void
  /** What must hold of every answer, where it is not what is said of a surface. */
  judgeAll?(answer: Answered, asked: Asked): void
  /** Whether a refusal may leave something behind, such as the report of a test that failed. */
  keeps?(asked: Asked): boolean
}

/** A look at everything takes ten times as long as a request, or longer. */
const LOOK_EVERY = 12
/** What requests have taken away is there again, or those that come after it would find nothing. */
const RESET_EVERY = 150

export function surfaceTarget(surface: Surface, world: World): AnyTarget {
  const { name, files, make } = surface
  let tried = 0
  return hidden<Asked>({
    ...{ name, files, make, mutate: mutatedRequest, smaller: smallerRequests, show: shownRequest },
    async run(asked) {
      tried += 1
      if (tried % RESET_EVERY === 0) await world.reset()
      const before = tried % LOOK_EVERY === 0 ? await world.rows() : undefined
      const answer = await world.ask(withNames(asked, world))
      must(world.faults.length === 0, () => `a fault: ${String(world.faults.splice(0)[0])}`)
      if (surface.judgeAll) surface.judgeAll(answer, asked)
      else judgeAnswer(answer, asked, surface)
      await world.idle()
      if (answer.status < 400) return true
      if (before !== undefined && !surface.keeps?.(asked))
        must((await world.rows()) === before, () => `${answer.status} has changed what is there`)
      return false
    },
    reset: () => world.reset(),
    async sizes() {
      return { bytes: (await world.rows()).length }
    },
    ...(world.memory ? { memory: world.memory } : {}),
    close: () => world.close(),
  })
}

/** What must hold of every answer, whichever way it came. */
function judgeAnswer(
  { status, headers, body }: Answered,
  asked: Asked,
  { isError, isMeant, judge, below = /./ }: Pick<Surface, 'isError' | 'isMeant' | 'judge' | 'below'>,
): void {
  const { method, target } = asked
  must(
    status < 500 || status === NO_SUCH_METHOD || isMeant?.(body) === true,
    () => `it is answered ${status}: ${body.slice(0, 500)}`,
  )
  must(status < 400 || !OUR_MISTAKE.test(body), () => `it tells a mistake of ours: ${body.slice(0, 500)}`)
  if (body === '') return
  const type = String(headers['content-type'])
  if (!type.includes('json')) {
    must(status < 400 || type.startsWith('text/plain'), () => `${status} as ${type}`)
    return
  }
  const said: unknown = JSON.parse(body)
  judge?.(said, asked)
  if (status >= 400 && below.test(target) && method !== 'HEAD')
    must(isError(said, status), () => `no error of this surface: ${body.slice(0, 500)}`)
}

/** SCIM has no such method. */
const NO_SUCH_METHOD = 501

/** Words of JavaScript's own errors: who sees them sees our mistake, with whatever status it is dressed. */
const OUR_MISTAKE =
  /Cannot (read|set|convert|destructure) |is not (a function|iterable|defined)|Maximum call stack|Invalid (time value|array length|count value)|\.ts:\d+|node_modules/
