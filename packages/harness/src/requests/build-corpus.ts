import { ACT_TITLES } from './acts.ts'
import type { Corpus, CorpusAct, CorpusSender } from './corpus.ts'
import { directoryAfter } from './directory-after.ts'
import { needsOf } from './needs.ts'
import { LIVES, type LivedAct, recordLife } from './record-life.ts'
import { tellRequest } from './tell-request.ts'

const TITLES: Readonly<Record<CorpusSender, string>> = {
  entra: 'Entra ID, with ?aadOptscim062020 on its tenant URL',
  'entra-legacy': 'Entra ID, without ?aadOptscim062020',
  jumpcloud: 'JumpCloud',
  okta: 'Okta, an application made by the wizard (PUT)',
  'okta-catalogue': 'Okta, an application of the catalogue (PATCH)',
}

const FIXED: Readonly<Record<string, string>> = {
  token: 'The bearer token of the endpoint',
  newUuid: 'A UUID that is new each time',
  newDate: 'The time of the request, such as 2026-01-05T08:00:00Z',
}

/** What an identity provider sends, recorded anew from its engine. */
export async function buildCorpus(sender: CorpusSender): Promise<Corpus> {
  const lived = await recordLife(sender)
  const ids = new Map<string, string>()
  // Before the first act of the story nobody is there.
  const told = lived.map((act, index) => tellAct(sender, act, lived.slice(1, index + 1), ids))
  const acts = told.map((act, index) => ({ ...act, needs: needsOf(index, lived, told) }))
  const names = [
    ...new Set(acts.flatMap(({ requests }) => requests.flatMap(({ captures = {} }) => Object.keys(captures)))),
  ]
  const ofIds = names.map((name) => [name, `The id that the endpoint gave ${name}; a request captures it`])
  return {
    $schema: './requests.schema.json',
    version: 1,
    as: sender,
    title: TITLES[sender],
    placeholders: { ...FIXED, ...Object.fromEntries(ofIds) },
    acts,
  }
}

function tellAct(
  sender: CorpusSender,
  act: LivedAct,
  since: readonly LivedAct[],
  ids: Map<string, string>,
): Omit<CorpusAct, 'needs'> {
  const requests = act.exchanges.map(({ by, exchange }, index) =>
    tellRequest({ sender, act: act.id, number: index + 1, by }, exchange, ids),
  )
  const directory = [
    ...directoryAfter(
      since.map(({ after }) => after),
      act.touches,
      LIVES[sender],
    ),
  ]
  return { id: act.id, says: ACT_TITLES[act.id] ?? act.id, requests, directory }
}
