import { suggest } from '@scimulator/shared/behaviour'
import { BadInput } from '../written/problem.ts'
import { ACT_SETS } from './acts.ts'
import type { Corpus, CorpusAct } from './corpus.ts'

/** The acts that were asked for, and those that have to go before them, in their order. */
export interface Selection {
  readonly corpus: Corpus
  readonly acts: readonly (CorpusAct & { readonly asked: boolean })[]
}

/**
 * @param words ids of acts and sets of them, such as `leaver`; none for all
 * @throws BadInput for a word that is neither, with the nearest ones; and where the identity provider does nothing of the kind
 */
export function selectActs(corpus: Corpus, words: readonly string[]): Selection {
  const asked =
    words.length === 0
      ? new Set(corpus.acts.map(({ id }) => id))
      : new Set(words.flatMap((word) => idsOf(corpus, word)))
  const needed = new Set(corpus.acts.filter(({ id }) => asked.has(id)).flatMap(({ needs }) => needs))
  const acts = corpus.acts.filter(({ id }) => asked.has(id) || needed.has(id))
  return { corpus, acts: acts.map((act) => ({ ...act, asked: asked.has(act.id) })) }
}

function idsOf({ acts, as, title }: Corpus, word: string): readonly string[] {
  const known = acts.map(({ id }) => id)
  const ids = (ACT_SETS[word] ?? [word]).filter((id) => known.includes(id))
  if (ids.length > 0) return ids
  const words = [...known, ...Object.keys(ACT_SETS)]
  const hint = `${suggest(word, words)} "scimulator list acts" shows all of them.`
  throw new BadInput(`"${word}" is no act in the life that ${as} (${title}) sends. ${hint}`)
}
