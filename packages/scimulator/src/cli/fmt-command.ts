import { writeFileSync } from 'node:fs'
import { findWrittenFiles, formatYaml, readTextFile, shownPath } from '@scimulator/harness/scenario'
import { EXIT, print } from './output.ts'

/** @returns 0, or 1 when a file is in another layout and nothing was to be written */
export async function fmtCommand(
  paths: readonly string[],
  { check = false }: { check?: boolean } = {},
): Promise<number> {
  const files = findWrittenFiles(paths)
  // Nothing is written before all of them have been read.
  const texts = files.map((path) => {
    const text = readTextFile(path)
    return { path, text, formatted: formatYaml(shownPath(path), text) }
  })
  const others = texts.filter(({ text, formatted }) => text !== formatted)
  for (const { path, formatted } of others) {
    if (!check) writeFileSync(path, formatted)
    print(shownPath(path))
  }
  print(
    `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${others.length} ${check ? 'in another layout' : 'rewritten'}`,
  )
  return check && others.length > 0 ? EXIT.failed : EXIT.passed
}
