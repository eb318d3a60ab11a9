import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '@scimulator/harness/scenario'
import { packageFolder } from './package-folder.ts'

/** Of an installed package, and of a clone. */
const PLACES = ['console', '../console/dist'] as const

/** The page that the build has made for stories, without data. @throws BadInput where it is not built */
export function readStoryTemplate(from: string = packageFolder()): string {
  const file = PLACES.map((place) => join(from, place, 'story.html')).find((path) => existsSync(path))
  if (file === undefined)
    throw new BadInput('The page for stories is not built. In a clone "npm run build:console" builds it.')
  return readFileSync(file, 'utf8')
}
