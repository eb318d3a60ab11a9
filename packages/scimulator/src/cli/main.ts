import { onScreen } from './on-screen.ts'
import { runCli } from './program.ts'

// The reader of the output may stop reading (`| head`); what is under way still ends as it would, and its exit code is true.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

runCli(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`This is a bug in Scimulator; please report it with these lines.\n${onScreen(text)}\n`)
  process.exitCode = 3
})
