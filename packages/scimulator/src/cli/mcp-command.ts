import { readFileSync } from 'node:fs'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { BadInput } from '@scimulator/harness/scenario'
import { assertConsent, readDescription, type TargetFlags } from '@scimulator/harness/target'
import { createMcpServer } from '../mcp/server.ts'
import { complain, EXIT } from './output.ts'

export interface McpArguments extends TargetFlags {
  readonly iOwnThisTarget?: boolean
}

/** Serves until standard input ends. @throws BadInput when what was allowed makes no sense */
export async function mcpCommand({ iOwnThisTarget = false, ...flags }: McpArguments): Promise<number> {
  if (flags.tokenFile === '-')
    throw new BadInput(
      '--token-file - reads standard input, which belongs to the protocol here. Name a file or --token-env.',
    )
  if (iOwnThisTarget && flags.target === undefined)
    throw new BadInput('--i-own-this-target is about one endpoint: name it with --target URL.')
  const env = process.env
  const target = flags.target === undefined ? undefined : readDescription(flags, { env })
  if (target) assertConsent(target, iOwnThisTarget)
  const readFile = (path: string): string => readFileSync(path, 'utf8')
  const server = createMcpServer({ flags, iOwnThisTarget, env, readFile, onPause: complain })
  const ended = new Promise((resolve) => process.stdin.once('close', resolve).once('end', resolve))
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
  return EXIT.passed
}
