import { inFile, type Mutant } from '../mutant.ts'

export const ACTS_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/acts/job-acts.ts', [
    {
      name: 'a new mapping does not make the next cycle an initial one',
      right: 'withoutWatermark({ ...job, schema, quarantine: null, nextCycleAt })',
      wrong: '{ ...job, schema, quarantine: null, nextCycleAt }',
    },
    { name: 'a new mapping keeps what failed', right: 'escrowEnds(ports.view, job)', wrong: '[]' },
    {
      name: 'start leaves the quarantine in force',
      right: '{ ...job, quarantine: null }',
      wrong: 'job',
      within: 'activate(acting, { ...job, quarantine: null })',
    },
    { name: 'a restart keeps what failed', right: 'plan.escrows ? escrowEnds(view, job) : []', wrong: '[]' },
    {
      name: 'a restart keeps what is held back',
      right: 'plan.watermark && !plan.forceDeletes ? stagedEnds(view, job) : []',
      wrong: '[]',
    },
    { name: 'a full restart keeps the links', right: 'plan.links ? linkEnds(view, job) : []', wrong: '[]' },
    {
      name: 'a link can be deleted while the job runs',
      right: "job.state === 'Active'",
      wrong: 'false',
      within: "if (job.state === 'Active') {",
    },
    {
      name: 'a stopped job runs its next cycle',
      right: "{ ...job, state: 'Paused', nextCycleAt: null }",
      wrong: 'job',
    },
  ]),
  ...inFile('entra-sim/src/acts/restart.ts', [
    {
      name: 'Full does not reset the watermark',
      right: "isFull || tokens.has('Watermark')",
      wrong: "tokens.has('Watermark')",
    },
    {
      name: 'Full keeps the quarantine',
      right: "isFull || tokens.has('QuarantineState')",
      wrong: "tokens.has('QuarantineState')",
    },
    { name: 'Escrows alone keeps them', right: "isFull || tokens.has('Escrows')", wrong: 'isFull' },
    {
      name: 'ConnectorDataStore alone keeps the links',
      right: "isFull || tokens.has('ConnectorDataStore')",
      wrong: 'isFull',
    },
    { name: 'ForceDeletes holds on', right: "tokens.has('ForceDeletes')", wrong: 'false' },
  ]),
]
