import {
  byName,
  type Control,
  changedLate,
  type Late,
  LateMap,
  releasedVerb,
  releasedView,
  type Verb,
  type View,
} from '../behaviour/index.ts'
import type { KeptState } from './kept-state.ts'

export interface ControlParts extends KeptState {
  readonly name: string
  readonly verbs: readonly (Verb | Late<Verb>)[]
  readonly views: readonly View[]
  /** Resolves when everything committed so far is durable: then answers are released. */
  readonly durable: () => Promise<void>
  /** Nothing goes on by itself without it. */
  readonly idle?: () => Promise<void>
}

/** A program's control. What a verb answers and a view shows is released once it is durable. */
export function assembleControl({ name, verbs, views, durable, idle, ...state }: ControlParts): Control {
  return {
    name,
    verbs: new LateMap(verbs.map((verb) => changedLate(lateVerb(verb), (made) => releasedVerb(made, durable)))),
    views: byName(views.map((view) => releasedView(view, durable))),
    idle: idle ?? (async () => {}),
    ...state,
  }
}

function lateVerb(verb: Verb | Late<Verb>): Late<Verb> {
  return 'make' in verb ? verb : { name: verb.name, make: () => verb }
}
