// What `scimulator init` writes: a value, before anything is written.
import type { CiSystem } from './choices.ts'
import { ciFile } from './ci-file.ts'
import { configFile } from './config-file.ts'
import { editorSettings } from './editor-settings.ts'
import type { FirstScenario } from './first-scenario.ts'

/** Folder of the scenarios, below that of the project. */
const SCENARIOS = 'scenarios'

export interface ProjectPlan {
  readonly scenario: FirstScenario
  /** SCIM base URL of the endpoint; undefined while there is none. */
  readonly target: string | undefined
  readonly ci: CiSystem
  readonly version: string
  /** JSON Schemas by the names of their files. */
  readonly schemas: Readonly<Record<string, object>>
}

export interface PlannedFile {
  /** Relative, with slashes. */
  readonly path: string
  readonly text: string
  /** What is there already is somebody's own: a scenario in the way is an error, of the others the old one is kept. */
  readonly ifThere: 'refuse' | 'keep'
}

/** All files of the project, in the order in which they are told. */
export function filesOfProject({ scenario, target, ci, version, schemas }: ProjectPlan): readonly PlannedFile[] {
  const kept = [
    { path: 'scimulator.config.yaml', text: configFile(target) },
    { path: '.vscode/settings.json', text: editorSettings() },
    ...Object.entries(schemas).map(([name, schema]) => ({
      path: `${SCENARIOS}/schema/${name}`,
      text: `${JSON.stringify(schema)}\n`,
    })),
    ...ciFile(ci, { target, version }),
  ]
  return [
    { path: `${SCENARIOS}/${scenario.name}.yaml`, text: scenario.text, ifThere: 'refuse' },
    ...kept.map((file) => ({ ...file, ifThere: 'keep' as const })),
  ]
}
