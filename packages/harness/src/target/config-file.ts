// `scimulator.config.yaml`: what a project says of its targets, beside its scenarios and without a secret in it.
import { dirname, resolve } from 'node:path'
import { suggest } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { BadInput, rejected } from '../written/problem.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import { readYaml, type YamlDocument } from '../written/yaml-document.ts'
import type { WrittenSettings } from './read-settings.ts'
import { ConfigFile } from './target-settings.ts'

export const CONFIG_FILE = 'scimulator.config.yaml'

/** A file that was read; its members are checked. */
export interface ReadConfig {
  /** Absolute path. */
  readonly path: string
  readonly document: YamlDocument
  readonly config: ConfigFile
}

/** @param shown the path as messages show it. @throws BadInput with file, line and column of every problem. */
export function parseConfig(path: string, shown: string, text: string): ReadConfig {
  const document = readYaml(shown, text)
  const value = document.value ?? {}
  const problems = schemaProblems({ document, path: [], value, type: ConfigFile, what: shown })
  if (problems.length > 0) throw rejected(problems)
  return { path, document, config: ConfigFile.parse(value) }
}

/** What the file says of one target; paths of files count from the file's own folder. @throws BadInput */
export function settingsOfConfig({ path, document, config }: ReadConfig, name: string): WrittenSettings {
  const targets = config.targets ?? {}
  const settings = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (!settings)
    throw new BadInput(`There is no target "${name}" in ${document.file}. ${suggest(name, Object.keys(targets))}`)
  const values = Object.entries(settings).map(([key, value]) => [
    key,
    isFileOf(key) && typeof value === 'string' && value !== '-' ? resolve(dirname(path), value) : value,
  ])
  const names = Object.keys(settings).map((key) => [key, placeOf(document, ['targets', name, key])] as const)
  return { values: Object.fromEntries(values), names: new Map(names) }
}

function isFileOf(key: string): boolean {
  return ['tokenFile', 'ca', 'cert', 'key'].includes(key)
}

function placeOf(document: YamlDocument, path: readonly string[]): string {
  const { file, line, column } = document.position(path, 'key')
  return `${path.join('.')} (${file}:${line}:${column})`
}

/** The schema of `scimulator.config.yaml`, for editors. */
export function configJsonSchema(): object {
  return { title: 'Scimulator configuration', ...z.toJSONSchema(ConfigFile, { io: 'input' }) }
}
