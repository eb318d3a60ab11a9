// The first scenario of a project out of a recording, with what our engines do not explain of it.
import { basename } from 'node:path'
import { readTraffic, retell, type Traffic, toldRunner } from '@scimulator/harness/recording'
import { BadInput, readRecordingFile } from '@scimulator/harness/scenario'
import { REAL_PEOPLE } from '../shipped/made-up.ts'
import type { FirstScenario } from './first-scenario.ts'

export interface RetoldScenario extends FirstScenario {
  /** How much of the recording comes back, and where it parts. */
  readonly told: readonly string[]
}

/** @throws BadInput */
export async function retoldScenario(file: string, withPersonalData: boolean): Promise<RetoldScenario> {
  const traffic = readTraffic(readRecordingFile(file), file)
  assertMadeUp(traffic, file, withPersonalData)
  const { text, told } = await retell(traffic, await toldRunner())
  const head = `# yaml-language-server: $schema=schema/scenario.schema.json\n# Told from ${basename(file)}.\n`
  const comments = told.map((line) => `# ${line}\n`).join('')
  const tagged = traffic.personalData === 'replaced' ? text : text.replace(/^(?=given:)/m, `tags: [${REAL_PEOPLE}]\n`)
  return { name: nameOf(file), text: `${head}${comments}${tagged}`, told }
}

function assertMadeUp({ personalData }: Traffic, file: string, withPersonalData: boolean): void {
  if (personalData === 'replaced' || withPersonalData) return
  throw new BadInput(
    `${file} ${personalData === 'kept' ? 'keeps the people in it' : 'does not say whether the people in it are made up'}. ` +
      `Take them out ("scimulator redact ${file}"), or say --with-personal-data if they may stand in a scenario.`,
  )
}

/** Letters, digits and hyphens. */
function nameOf(file: string): string {
  const name = basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return name === '' ? 'retold' : name
}
