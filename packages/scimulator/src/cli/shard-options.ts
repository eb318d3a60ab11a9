import { BadInput, type RunFilesOptions, readShard } from '@scimulator/harness/scenario'
import { VERSION } from '../shipped/version.ts'
import type { RunArguments } from './run-options.ts'

/** What `--shard` and `--durations` say. @throws BadInput */
export async function shardOf({
  shard: text,
  durations,
}: RunArguments): Promise<Pick<RunFilesOptions, 'shard' | 'version' | 'durationOf'>> {
  if (durations !== undefined && text === undefined) throw new BadInput('--durations goes with --shard.')
  if (text === undefined) return {}
  const shard = readShard(text, process.env.JOB_COMPLETION_INDEX)
  if (!shard) {
    throw new BadInput(
      `--shard is "${text}". Write 2/4 for the second of four; 4 alone needs JOB_COMPLETION_INDEX, from 0 to 3.`,
    )
  }
  return durations === undefined
    ? { shard, version: VERSION }
    : { shard, version: VERSION, durationOf: await durationsIn(durations) }
}

/** Of a file all combinations run on one machine. */
async function durationsIn(path: string): Promise<(file: string) => number | undefined> {
  const { readResult } = await import('./read-result.ts')
  const known = new Map<string, number>()
  for (const { file, durationMs } of readResult(path).scenarios) known.set(file, (known.get(file) ?? 0) + durationMs)
  return (file) => known.get(file)
}
