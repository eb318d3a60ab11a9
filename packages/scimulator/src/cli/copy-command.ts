import { BadInput, suggest } from '@scimulator/harness/scenario'
import { copyFiles, filesInTheWay, filesToCopy } from '../shipped/copy-scenarios.ts'
import { scenarioLibrary } from '../shipped/scenario-library.ts'
import { EXIT, print } from './output.ts'

/** Copies a scenario and what it needs; nothing is written when a file is in the way. @throws BadInput */
export async function copyCommand(name: string, dir: string): Promise<number> {
  const library = scenarioLibrary()
  const path = library.find(name)
  if (path === undefined) {
    throw new BadInput(`No scenario "${name}" ships inside. ${suggest(name, library.names())}`)
  }
  const files = filesToCopy(library.folder, path)
  const [inTheWay, ...others] = filesInTheWay(files, dir)
  if (inTheWay !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    throw new BadInput(`${inTheWay}${more} is there already, with other content. Give another folder.`)
  }
  copyFiles(files, dir)
  for (const { to } of files) print(`${dir}/${to}`)
  print(`\nscimulator run ${dir}`)
  return EXIT.passed
}
