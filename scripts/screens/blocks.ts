// Fenced blocks of a guide: what is typed (`sh`) and what is printed (`text`, filled in by `npm run docs:screens`).

export interface Block {
  readonly language: string
  readonly text: string
  /** Offsets of the text within the page. */
  readonly from: number
  readonly to: number
}

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language = '', 2: text = '' }) => {
    const from = index + '```'.length + language.length + 1
    return { language, text, from, to: from + text.length }
  })
}

/** The page with other texts in some of its blocks. */
export function withTexts(page: string, texts: ReadonlyMap<Block, string>): string {
  const inOrder = [...texts].sort(([a], [b]) => b.from - a.from)
  return inOrder.reduce((text, [{ from, to }, written]) => text.slice(0, from) + written + text.slice(to), page)
}
