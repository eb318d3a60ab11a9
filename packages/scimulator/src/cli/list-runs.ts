import { listScenarios } from '@scimulator/harness/scenario'
import { EXIT, print } from './output.ts'

type ListOptions = Parameters<typeof listScenarios>[1]

/** `run --list`: what would run, a line a file. @returns the exit code */
export async function listRuns(paths: readonly string[], options: ListOptions): Promise<number> {
  const listed = await listScenarios(paths, options)
  for (const { file, title, tags, combinations } of listed) {
    const named = title === '' ? '  (does not load; scimulator lint says why)' : `: ${title}`
    const marks = tags.length > 0 ? `  [${tags.join(', ')}]` : ''
    const times = combinations.length > 1 ? `  ${combinations.length} combinations` : ''
    print(`${file}${named}${marks}${times}`)
  }
  const runs = listed.reduce((sum, { combinations }) => sum + combinations.length, 0)
  print(`${listed.length} ${listed.length === 1 ? 'file' : 'files'}, ${runs} ${runs === 1 ? 'run' : 'runs'}`)
  return EXIT.passed
}
