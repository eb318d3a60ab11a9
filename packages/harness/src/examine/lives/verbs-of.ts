import { type Control, VerbError } from '@scimulator/shared/behaviour'

export interface Acting {
  (verb: string, input: unknown): Promise<unknown>
  done(verb: string, input: unknown): Promise<void>
  /** Why the program refuses it, in its words; undefined when it is done. */
  refusal(verb: string, input: unknown): Promise<string | undefined>
}

/** Carries out acts by their names. @throws VerbError when an act of ours makes no sense, which is a bug */
export function verbsOf({ verbs, name: program }: Control): Acting {
  const act = async (name: string, input: unknown): Promise<unknown> => {
    const verb = verbs.get(name)
    if (!verb) throw new Error(`${program} has no verb ${name}`)
    return await verb.run(input)
  }
  const refusal = async (name: string, input: unknown): Promise<string | undefined> => {
    try {
      await act(name, input)
      return undefined
    } catch (error) {
      if (error instanceof VerbError) return error.message
      throw error
    }
  }
  const done = async (name: string, input: unknown): Promise<void> => void (await act(name, input))
  return Object.assign(act, { done, refusal })
}
