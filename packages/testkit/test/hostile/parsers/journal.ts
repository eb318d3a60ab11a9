// Lines of a data folder's journal: what was not written by the store is refused, and nothing of it is applied.
import { headerLine } from '../../../../shared/src/store/file-header.ts'
import type { FileSystem, OpenFile } from '../../../../shared/src/store/file-system.ts'
import { JournalReader } from '../../../../shared/src/store/journal-reader.ts'
import { changesLines, replaceLines } from '../../../../shared/src/store/journal-step.ts'
import { sealLine } from '../../../../shared/src/store/sealed-line.ts'
import type { Draw } from '../draw.ts'
import { hostileWord, mutated, shorter } from '../hostile-words.ts'
import { anyJson, type Json } from '../json-values.ts'
import { hidden, must } from '../target.ts'

const HEADER = headerLine({ format: 'scimulator-journal', version: 1, shape: 'receiver', shapeVersion: 1, after: 0 })

function journalOf(draw: Draw): string {
  const lines: string[] = [draw.chance(draw.wildness) ? headerOf(draw) : HEADER]
  let seq = 1
  for (let left = draw.below(4); left > 0; left -= 1) {
    lines.push(...stepOf(draw, seq))
    seq += 1
  }
  const text = lines.join('')
  if (draw.chance(0.1)) return text.slice(0, -1)
  if (draw.chance(draw.wildness)) return `${text.slice(0, -1)}x`
  return draw.chance(draw.wildness) ? text.slice(0, draw.below(text.length)) : text
}

function headerOf(draw: Draw): string {
  if (draw.chance(0.2)) return sealLine('"format":1,,')
  const fields = {
    format: 'scimulator-journal',
    version: draw.pick([1, 2, 0, -1]),
    shape: hostileWord(draw),
    shapeVersion: 1,
    after: draw.pick([0, 1, 7, -1]),
  }
  return sealLine(JSON.stringify(fields).slice(1, -1))
}

function stepOf(draw: Draw, seq: number): readonly string[] {
  const changes: Json[] = Array.from({ length: draw.chance(0.03) ? 1_500 : 1 + draw.below(3) }, () => ({
    kind: 'x',
    value: draw.chance(0.3) ? anyJson(draw) : 1,
  }))
  if (draw.chance(draw.wildness)) return [sealLine('"seq":"1","changes":[]')]
  if (draw.chance(draw.wildness)) return [sealLine(`"seq":${draw.pick([seq + 1, 0, -1, 1e9])},"changes":[1]`)]
  if (draw.chance(draw.wildness))
    return [sealLine(`"seq":${seq},"${hostileWord(draw).replace(/["\\\p{C}\n]/gu, '')}":1`)]
  if (draw.chance(draw.wildness))
    return [sealLine(`"seq":${seq},"more":true,"changes":[1]`), sealLine(`"seq":${seq},"replace":[]`)]
  return draw.chance(0.2)
    ? replaceLines(seq + draw.below(3), [{ collection: 'a', key: 'b', value: 1 }])
    : changesLines(seq, changes)
}

/** A file that is a text. */
function fileOf(text: string): OpenFile {
  const bytes = Buffer.from(text, 'utf8')
  const never = (): never => {
    throw new Error('Reading a journal writes nothing.')
  }
  return {
    ...{ appendSync: never, append: never, datasync: never, truncate: never },
    read: async (buffer, offset, position) => bytes.copy(buffer, offset, position),
    size: async () => bytes.length,
    close: async () => undefined,
  }
}

export const journal = hidden<string>({
  name: 'journal lines',
  files: ['journal-reader.ts', 'sealed-line.ts', 'journal-step.ts', 'file-header.ts', 'scan-lines.ts'].map(
    (file) => `shared/src/store/${file}`,
  ),
  make: journalOf,
  mutate: mutated,
  smaller: shorter,
  show: (text) => JSON.stringify(text),
  async run(text) {
    const files = { open: async () => fileOf(text) } as unknown as FileSystem
    let applied = 0
    const sink = { accept: () => {}, apply: () => (applied += 1), replace: () => (applied += 1) }
    const isLast = text.length % 5 > 0
    try {
      const end = await new JournalReader(text.length % 4 === 0 ? 1 : 0, sink).read(files, 'journal', isLast)
      must(end.steps >= 0 && end.good.bytes <= Buffer.byteLength(text), () => `${end.good.bytes} bytes are good`)
      return end.torn === undefined
    } catch (error) {
      if (error instanceof Error && error.name === 'DataFolderError') return false
      throw error
    }
  },
})
