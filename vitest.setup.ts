// Property tests are the same on every run, so that the gate's verdict is about the code. `FC_SEED=…` tries another seed and
// `FC_NUM_RUNS=…` more runs; a test that names its own keeps them.
import fc from 'fast-check'

const { FC_SEED, FC_NUM_RUNS } = process.env

fc.configureGlobal({
  seed: Number(FC_SEED ?? 20260105),
  ...(FC_NUM_RUNS === undefined ? {} : { numRuns: Number(FC_NUM_RUNS) }),
})
