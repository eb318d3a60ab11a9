// What every program's control is put together from.
import type { Verb, View } from './control.ts'
import { changedLate, type Late, late } from './late.ts'

/** Verbs by the group that they are listed under, each made from what it acts on. */
export type VerbGroups<Context> = Readonly<Record<string, readonly ((context: Context) => Verb)[]>>

/** All of them, in this order, each with its group. */
export function groupedVerbs<Context>(context: Context, groups: VerbGroups<Context>): readonly Late<Verb>[] {
  return Object.entries(groups).flatMap(([group, makers]) =>
    makers.map((make) => changedLate(late(make, context), (verb) => ({ ...verb, group }))),
  )
}

/** Answers once everything that was seen is durable. @param durable rejects when nothing more can be written, and so does the answer */
export function releasedVerb(verb: Verb, durable: () => Promise<void>): Verb {
  return { ...verb, run: released(verb.run, durable) }
}

/** The same of what a view shows. */
export function releasedView(view: View, durable: () => Promise<void>): View {
  return { ...view, read: released(view.read, durable) }
}

function released<Input, Answer>(answer: (input: Input) => Promise<Answer>, durable: () => Promise<void>) {
  return async (input: Input): Promise<Answer> => {
    const result = await answer(input)
    await durable()
    return result
  }
}
