// scenarios/UNIQUE.md: by which variant each file counts. The page is read again by those who check it.
import { FEW, type Measured } from './measure.ts'
import { nameOf, type Variant } from './variant.ts'

export interface Counted {
  readonly file: string
  /** Name of the variant. */
  readonly by: string
  /** How many others are red with it. */
  readonly others: number
}

/** By the variant that the fewest others notice; of several such by the first. */
export function countedFiles(measured: readonly Measured[]): readonly Counted[] {
  const best = new Map<string, Counted>()
  for (const { variant, red } of measured.filter((one) => one.red.length <= FEW)) {
    for (const file of red) {
      const one = { file, by: nameOf(variant), others: red.length - 1 }
      if (one.others < (best.get(file)?.others ?? FEW)) best.set(file, one)
    }
  }
  return [...best.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

export function uniquePage(
  files: readonly string[],
  measured: readonly Measured[],
  variants: readonly Variant[],
): string {
  const counted = countedFiles(measured)
  const known = new Set(counted.map(({ file }) => file))
  const others = files.filter((file) => !known.has(file)).toSorted()
  const unseen = measured.filter(({ red }) => red.length === 0).map(({ variant }) => nameOf(variant))
  const asked = new Set(measured.map(({ variant }) => nameOf(variant)))
  const unasked = variants.map(nameOf).filter((name) => !asked.has(name))
  return [
    '# What only few scenarios notice',
    '',
    'A file counts if it asks something that hardly any other asks: with one deviation of the receiver, one value of a switch, one of',
    "Lark's rules off or one small change in the deciding code of a program (`scripts/unique/mutants/`) it turns red, and fewer than five",
    `others do. A matrix counts once. ${counted.length} of ${files.length} files count, held against ${measured.length} such variants.`,
    '',
    'This page is made by `npm run coverage:unique`, which takes a while; the gate runs a sample of its rows.',
    '',
    '| file | turns red with | and so many others |',
    '|---|---|---|',
    ...counted.map(({ file, by, others: count }) => `| [${file}](${file}) | ${cell(by)} | ${count} |`),
    '',
    '## Files that do not count',
    '',
    'They show the same as others do, for other readers.',
    '',
    ...others.map((file) => `- [${file}](${file})`),
    '',
    '## What no file notices',
    '',
    ...unseen.map((name) => `- ${name}`),
    '',
    ...(unasked.length === 0 ? [] : ['## Not measured yet', '', ...unasked.map((name) => `- ${name}`), '']),
  ].join('\n')
}

/** The rows of the page. */
export function readCounted(page: string): readonly Counted[] {
  return Array.from(
    page.matchAll(/^\| \[([^\]]+)\]\([^)]*\) \| (.*) \| (\d+) \|$/gm),
    ([, file = '', by = '', others]) => ({
      file,
      by: by.replaceAll('\\|', '|'),
      others: Number(others),
    }),
  )
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
