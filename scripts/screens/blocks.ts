// Fenced blocks of a guide: what is typed (`sh`) and what is printed (`text`, filled in by `npm run docs:screens`).

export interface Block {
  readonly language: string
  readonly text: string
  /** Offsets of the text within the page. */
  readonly from: number
  readonly to: number
}

export function blocksOf(page: string): readonly Block[] {
  // What is printed may have fences of its own; then those of the page are longer.
  return [...page.matchAll(/^(`{3,})(\w+)\n([\s\S]*?)^\1$/gm)].map((found) => {
    const { index, 1: fence = '', 2: language = '', 3: text = '' } = found
    const from = index + fence.length + language.length + 1
    return { language, text, from, to: from + text.length }
  })
}

/** The page with other texts in some of its blocks. */
export function withTexts(page: string, texts: ReadonlyMap<Block, string>): string {
  const inOrder = [...texts].sort(([a], [b]) => b.from - a.from)
  return inOrder.reduce((text, [{ from, to }, written]) => text.slice(0, from) + written + text.slice(to), page)
}
