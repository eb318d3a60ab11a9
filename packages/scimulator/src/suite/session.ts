import type { Victim } from '@scimulator/findings'
import { evaluateExpectation, ViewExpectation } from '@scimulator/harness/expect'
import type { Exchange } from '@scimulator/shared/provisioning'
import type { Snapshot, Timed, ViewItem } from '../api/program.ts'
import { createWorld, type World } from '../api/world.ts'
import type { Expectation, Query } from './expectation.ts'
import { explain } from './explain.ts'
import { type Act, failureText } from './failure-text.ts'
import { type AppUnderTest, assertApp, type SessionOptions } from './session-options.ts'

/** What sessions of both identity providers have beside their verbs. */
export interface Session extends Timed {
  /** A view: `directory.users` and `directory.groups` as they are at your app, `traffic`, or one of the identity provider's. */
  view(name: string, query?: Query): Promise<readonly ViewItem[]>
  /**
   * Rejects with an AssertionError when a view is not as expected. Its message says who and which attribute, the step before it, what
   * that sent and your app answered, and the finding that explains it, where one does.
   */
  expect(view: string, expectation: Expectation & { readonly query?: Query }): Promise<void>
  /** What was sent and answered so far, without secrets. */
  exchanges(): readonly Exchange[]
  /** The identity provider without people and without an app, as a new one; what is at your app stays. */
  reset(): void
  /** What the identity provider holds, for `restore`. */
  snapshot(): Snapshot
  /** Goes back to a snapshot of the same session; the clock stays. @throws an Error for anything else. */
  restore(snapshot: Snapshot): void
  /** Deletes what it made at your app and puts back what it changed. @returns a line for each thing that is still there */
  close(): Promise<readonly string[]>
}

interface Parts<Verbs> {
  readonly app: AppUnderTest
  readonly options: SessionOptions
  /** `entra` or `jumpcloud`. */
  readonly program: 'entra' | 'jumpcloud'
  /** Whose trouble a failure is. */
  readonly sender: Victim
  /** Points the identity provider at the app. */
  readonly connect: (verbs: Verbs) => Promise<void>
}

/** An identity provider in a world of its own, pointed at an app. @throws BadInput when the app does not answer as SCIM does */
export async function openSession<Verbs extends object>(parts: Parts<Verbs>): Promise<Verbs & Session> {
  const { app, options, program, sender, connect } = parts
  assertApp(program, app)
  const { url, token = '', mine = true } = app
  const { findings = true, ...ofWorld } = options
  const world = await createWorld({ ...ofWorld, target: { url, token, mine } })
  const journal = new Journal(world)
  // A world's verbs of a program are of the type that bears its name.
  const verbs = journal.noting(program, world[program] as unknown as Verbs & Readonly<Record<string, Step>>)
  try {
    await connect(verbs)
  } catch (error) {
    await world.close()
    throw error
  }
  const asked = findings ? { url, token } : undefined
  const session: Session = {
    now: world.now,
    view: world.view,
    exchanges: world.exchanges,
    reset: world.reset,
    snapshot: world.snapshot,
    restore: world.restore,
    close: once(world.close),
    advance: (by) => journal.note(`advance("${by}")`, () => world.advance(by)),
    async expect(view, { query, ...expectation }) {
      const items = await world.view(view, query)
      const failures = evaluateExpectation(checked(view, expectation), items)
      if (failures.length === 0) return
      const explanations = asked ? await explain(asked, sender, failures, expectation) : []
      throw new AssertionError(failureText(view, failures, journal.last, explanations))
    },
  }
  return Object.assign(verbs, session)
}

/** @throws Error when nothing is expected, or an operator is unknown */
function checked(view: string, expectation: Expectation): ViewExpectation {
  const parsed = ViewExpectation.safeParse({ ...expectation, view })
  if (parsed.success) return parsed.data
  throw new Error(`expect("${view}"): ${parsed.error.issues.map(({ message }) => message).join('; ')}.`)
}

type Step = (input?: unknown) => Promise<unknown>

/** Remembers the last act and what it sent. */
class Journal {
  last: Act | undefined
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  async note<Result>(title: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#world.exchanges().length
    try {
      return await act()
    } finally {
      this.last = { title, exchanges: this.#world.exchanges().slice(before) }
    }
  }

  noting<Verbs extends object>(program: string, verbs: Verbs & Readonly<Record<string, Step>>): Verbs {
    const steps = Object.entries(verbs).map(([name, run]): [string, Step] => [
      name,
      (input) => this.note(`${program}.${name}(${input === undefined ? '' : JSON.stringify(input)})`, () => run(input)),
    ])
    // The same functions, each noting that it was called.
    return Object.fromEntries(steps) as Verbs
  }
}

/** A suite may close what the test runner closes too. */
function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined
  return () => {
    result ??= act()
    return result
  }
}

/** The name by which test runners know a failed expectation. */
class AssertionError extends Error {
  override readonly name = 'AssertionError'
}
