import { inFile, type Mutant } from '../mutant.ts'

export const JOB_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/job/escrow.ts', [
    {
      name: 'a failure is tried again after an hour for ever',
      right: 'marks.find((mark) => mark > elapsed) ?? (Math.floor(elapsed / DAY_MS) + 1) * DAY_MS',
      wrong: 'elapsed + HOUR_MS',
    },
    {
      name: 'a failure is never given up',
      right: 'wait > RETRY_PERIOD_MS ? undefined : firstFailedAt + wait',
      wrong: 'firstFailedAt + wait',
    },
    { name: 'the ladder begins anew with every failure', right: 'before?.firstFailedAt ?? now', wrong: 'now' },
    { name: 'the first retry waits six hours', right: 'attempts <= 1', wrong: 'false' },
  ]),
  ...inFile('entra-sim/src/job/quarantine.ts', [
    {
      name: 'failures of references count as failures of objects',
      right: 'objectFailures < limits.quarantineEvaluationStart',
      wrong: 'objectFailures + count.referenceFailures < limits.quarantineEvaluationStart',
    },
    { name: "a quarantine's series begins anew each time", right: 'before?.seriesBegan ?? now', wrong: 'now' },
  ]),
]
