import type { ProgramSetup } from '@scimulator/shared/program'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { createVocabulary, type Vocabulary } from '../scenario/vocabulary.ts'
import { HARNESS_VERBS } from '../steps/harness-verbs.ts'
import { actorOf, controlsOf, type Program, type ProgramKind, RECEIVER_URL } from './program.ts'
import { OWN_VIEWS } from './view.ts'

/** The words of these programs and of the harness. Programs are made for it, asked, and closed; nothing listens and nothing is sent. */
export async function vocabularyOf(kinds: readonly ProgramKind[]): Promise<Vocabulary> {
  const programs = kinds.map((kind) => ({ kind, program: kind.create(setupFor(kind)) }))
  const words = programs.map(({ kind, program }) => ({
    name: kind.name,
    given: kind.given,
    options: kind.options,
    controls: controlsOf(program),
  }))
  const vocabulary = createVocabulary(words, [...HARNESS_VERBS.values()], [...OWN_VIEWS.values()])
  await Promise.all(programs.map(({ program }: { program: Program }) => program.close()))
  return vocabulary
}

function setupFor(kind: ProgramKind): ProgramSetup {
  return {
    schedule: createVirtualSchedule(0),
    ids: createSeededIds(0, actorOf(kind)),
    send: () => Promise.reject(new Error(`${kind.name} sent a request although nothing runs`)),
    publicUrl: RECEIVER_URL,
    options: kind.options.parse({}),
  }
}
