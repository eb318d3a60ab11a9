import { inFile, type Mutant } from '../mutant.ts'

export const SETTLE_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/settle/settle.ts', [
    {
      name: 'a cycle that broke off counts as one that went through',
      right: 'jobError || wasReset ? current.watermark : position',
      wrong: 'wasReset ? current.watermark : position',
    },
    {
      name: 'a restart during a cycle is forgotten',
      right: 'jobError || wasReset ? current.watermark : position',
      wrong: 'jobError ? current.watermark : position',
    },
    { name: 'a server in trouble quarantines the job', right: 'IN_TROUBLE.has(error.code)', wrong: 'false' },
    {
      name: 'refused credentials do not quarantine',
      right: "error.code === 'Unauthorized' || error.code === 'InsufficientRights'",
      wrong: 'false',
    },
    { name: 'staged removals do not quarantine the job', right: 'staged > 0', wrong: 'false' },
    {
      name: 'a job in quarantine goes on for ever',
      right: 'quarantine.nextAttempt === undefined || endedAt - quarantine.seriesBegan >= RETRY_PERIOD_MS',
      wrong: 'false',
    },
    {
      name: 'a quarantine is announced with every cycle',
      right: 'quarantine !== null && quarantine.reason !== current.quarantine?.reason',
      wrong: 'quarantine !== null',
    },
    {
      name: 'allowed removals stay allowed for good',
      right: 'current.forceDeletes && (jobError !== undefined || !job.forceDeletes)',
      wrong: 'current.forceDeletes',
    },
    {
      name: 'an initial cycle with too many failures does not pause the job',
      right: 'volume !== undefined && job.watermark === null',
      wrong: 'false',
    },
    {
      name: 'a job that fails again is tried with the next cycle',
      right: '!quarantine',
      wrong: 'true',
      within: 'if (!quarantine) return',
    },
  ]),
]
