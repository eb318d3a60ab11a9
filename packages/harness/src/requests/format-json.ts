import type { Selection } from './select-acts.ts'

/** The corpus itself, with the acts that were asked for; `asked` is false for those that only go before. */
export function jsonText({ corpus, acts }: Selection): string {
  const { $schema: _, ...rest } = corpus
  const chosen = acts.map(({ asked, ...act }) => (asked ? act : { ...act, directory: [] }))
  return `${JSON.stringify({ ...rest, acts: chosen }, null, 2)}\n`
}
