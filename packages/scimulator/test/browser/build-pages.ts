// The pages are built before a browser looks at them, where a source is newer than what was built.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export async function setup(): Promise<void> {
  const script = new URL('../../../console/build/main.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--if-newer'])
  if (stdout !== '') console.log(stdout.trimEnd())
}
