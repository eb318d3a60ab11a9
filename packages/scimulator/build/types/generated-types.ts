import { createEntraTenant } from '@scimulator/entra-sim'
import { ShownExchange, TestResult, ToldFinding, ToldVerdict } from '@scimulator/harness/examine'
import {
  ExpectationResult,
  Explanation,
  Recording,
  ScenarioResult,
  SkipReason,
  StepResult,
} from '@scimulator/harness/report'
import { Corpus } from '@scimulator/harness/requests'
import { createJumpCloudOrg } from '@scimulator/jumpcloud-sim'
import { createReceiver } from '@scimulator/receiver'
import { Company } from '@scimulator/shared/people'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { schemaTypes, verbTypes } from './verb-types.ts'

const FOLDER = 'packages/scimulator/src/api/generated'

/** Results of a run and of a test, and what occurs in them more than once. */
const RESULTS = {
  ...{ ScenarioResult, StepResult, ExpectationResult, SkipReason, Explanation, Recording },
  ...{ TestResult, Verdict: ToldVerdict, Finding: ToldFinding, ShownExchange },
}

/** Modules of the public types that are made from the programs' own: no public type mentions zod. Paths are from the root. */
export function generatedTypes(): readonly { readonly path: string; readonly text: string }[] {
  const setup = (name: string) => {
    const send = () => Promise.reject(new Error(`${name} sent a request although nothing runs`))
    return { schedule: createVirtualSchedule(0), ids: createSeededIds(0, name), send }
  }
  return [
    { path: `${FOLDER}/entra-verbs.ts`, text: verbTypes('Entra', createEntraTenant(setup('entra')).control) },
    {
      path: `${FOLDER}/jumpcloud-verbs.ts`,
      text: verbTypes('JumpCloud', createJumpCloudOrg(setup('jumpcloud')).control),
    },
    { path: `${FOLDER}/receiver-verbs.ts`, text: verbTypes('Receiver', createReceiver(setup('receiver')).control) },
    { path: `${FOLDER}/company.ts`, text: schemaTypes({ Company }, 'input') },
    { path: `${FOLDER}/requests.ts`, text: schemaTypes({ RequestCorpus: Corpus }, 'output') },
    {
      path: `${FOLDER}/results.ts`,
      text: schemaTypes(RESULTS, 'output'),
    },
  ]
}
