// Two servers in turns, by the same requests.
import { type Measurement, measure } from '../../measure.ts'
import type { Figure, Sizes } from '../probe.ts'
import type { ServerProcess } from '../servers/server-process.ts'
import type { Operation } from './requests.ts'

/** Over all measurements, so that nobody is created twice. */
let turn = 0

export function beside(
  mine: ServerProcess,
  other: ServerProcess,
  operation: Operation,
  { rounds, sliceMs }: Sizes,
  concurrency: number,
): Promise<Measurement> {
  const ask = async (server: ServerProcess): Promise<void> => {
    turn += 1
    // The echo keeps nobody: it is asked the same as the receiver is.
    const ids = server.userIds.length > 0 ? server : mine
    await server.send(operation(ids, turn))
  }
  const cpuMicros = async () => ({ ops: await mine.order('cpu'), baseline: await other.order('cpu') })
  const sides = { ops: () => ask(mine), baselineOps: () => ask(other), cpuMicros }
  return measure({ name: '', baseline: '', concurrency, ...sides }, { rounds, sliceMs })
}

export function cpuFigure(id: string, { cpuMicros = 0, baselineCpuMicros = 1 }: Measurement): Figure {
  const note = `${cpuMicros.toFixed(0)} us against ${baselineCpuMicros.toFixed(0)} us`
  return { id, value: cpuMicros / baselineCpuMicros, note }
}

export function rateFigure(id: string, { rate, baselineRate, ratio }: Measurement): Figure {
  return { id, value: ratio, note: `${rate.toFixed(0)}/s against ${baselineRate.toFixed(0)}/s` }
}
