import { BadInput, type Position, type Problem } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'
import { assertsEndState } from './end-state.ts'
import { shownPath } from './find-files.ts'
import { isFragment, lintFragment } from './lint-fragment.ts'
import { type LoadOptions, loadScenario } from './load-scenario.ts'
import type { Scenario } from './scenario.ts'

const BINDING = /^# yaml-language-server: \$schema=\S*scenario\.schema\.json\s*$/

/** Every problem of a file: those that keep it from running, and the line that binds an editor to the schema. Of a fragment, its own. */
export function lintScenario(path: string, options: LoadOptions): readonly Problem[] {
  if (isFragment(path)) return lintFragment(path, options)
  return [...bindingProblems(path, options.root), ...loadProblems(path, options)]
}

function loadProblems(path: string, options: LoadOptions): readonly Problem[] {
  try {
    return endStateProblems(loadScenario(path, options))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    if (error.problems.length > 0) return error.problems
    return [{ position: firstLine(path, options.root), message: error.message }]
  }
}

/** What a scenario does has to be seen at any endpoint, or it says which product it is about. */
function endStateProblems(scenario: Scenario): Problem[] {
  if (scenario.only !== undefined || assertsEndState(scenario)) return []
  return [
    {
      position: scenario.document.position(['scenario'], 'key'),
      message:
        'The end state is asserted nowhere on a foreign target: no directory.* expectation follows the last act.',
      hint: 'Add one, such as view: directory.users with exactly; or say only: lark, if it is about a rule of Lark.',
    },
  ]
}

function bindingProblems(path: string, root: string | undefined): Problem[] {
  const position = firstLine(path, root)
  if (BINDING.test(position.excerpt)) return []
  return [
    {
      position,
      message: 'The first line does not bind the file to the schema, so editors cannot help.',
      hint: 'Write: # yaml-language-server: $schema=<way to>/schema/scenario.schema.json',
    },
  ]
}

function firstLine(path: string, root: string | undefined): Position {
  const [excerpt = ''] = readTextFile(path).split(/\r?\n/, 1)
  return { file: shownPath(path, root), line: 1, column: 1, excerpt, length: Math.min(80, Math.max(1, excerpt.length)) }
}
