import { VerbError } from '@scimulator/shared/behaviour'

/**
 * What a word does that stands for other steps. The file is read with these in its place, so that it never runs.
 * @throws VerbError always
 */
export function notCarriedOut(name: string): never {
  throw new VerbError('refused', `${name} stands for other steps and is not carried out itself.`)
}
