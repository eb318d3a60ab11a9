// What an agent may do: test an endpoint, ask a finding again, and look at programs that run on this machine.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { testEndpoint, workOrders } from '@scimulator/harness/examine'
import { BadInput } from '@scimulator/harness/scenario'
import { loadSecrets, type TargetDescription } from '@scimulator/harness/target'
import { redactText } from '@scimulator/shared/http'
import { z } from 'zod'
import { VERSION } from '../shipped/version.ts'
import { type Allowed, allowedTarget } from './allowed-target.ts'
import { explainPerson } from './explain-person.ts'
import { programControl } from './program-control.ts'

export interface ServerOptions extends Allowed {
  /** Reads the file of `--token-file`. @throws Error */
  readFile(path: string): string
  /** Told when a test has to wait for the endpoint. */
  readonly onPause: (text: string) => void
}

/** Most characters that one answer has. */
const MOST_CHARACTERS = 16_000
const MOST_ITEMS = 50

const Url = z
  .string()
  .optional()
  .describe('SCIM base URL, the part before /Users; left out where the server was started for one')
const At = z.string().describe('Where the program listens on this machine, such as http://127.0.0.1:8080')
const READS = { readOnlyHint: true, openWorldHint: false } as const

/** The tools. Each answers in words; what is refused says what a person has to do. */
export function createMcpServer(options: ServerOptions): McpServer {
  const server = new McpServer({ name: 'scimulator', version: VERSION })
  const known: string[] = []
  const answer: Answer = (work) => answered(work, known)
  registerTests(server, answer, async (url, finding) => {
    const description = allowedTarget(options, url)
    known.push(...secretsOf(description, options))
    return testAnswer(description, options, finding)
  })
  registerLooks(server, answer)
  return server
}

type Answer = (work: () => Promise<string>) => Promise<CallToolResult>

async function testAnswer(
  description: TargetDescription,
  { onPause }: ServerOptions,
  finding: string | undefined,
): Promise<string> {
  const result = await testEndpoint({ description, onPause, ...(finding === undefined ? {} : { finding }) })
  const { authentication } = description
  const secret = authentication.kind === 'bearer' ? authentication.token : undefined
  const tokenVariable = secret?.from === 'env' ? secret.name : 'TOKEN'
  return workOrders(result, { command: `scimulator test ${description.url}`, tokenVariable })
}

/** Tools that write at an endpoint. */
function registerTests(
  server: McpServer,
  answer: Answer,
  test: (url: string | undefined, finding?: string) => Promise<string>,
): void {
  server.registerTool(
    'test_endpoint',
    {
      description:
        'Will a SCIM endpoint work with Entra ID, JumpCloud and Okta? Creates, changes and deletes accounts of its own there, and removes them. Answers with a verdict and a work order for each finding. Takes up to a minute.',
      inputSchema: { url: Url },
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ url }) => answer(() => test(url)),
  )
  server.registerTool(
    'rerun_finding',
    {
      description: 'Asks one finding again, in seconds: to see it, or to prove that it is mended.',
      inputSchema: { finding: z.string().describe('Its id, such as string-false-is-true'), url: Url },
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ finding, url }) => answer(() => test(url, finding)),
  )
}

/** Tools that only look, at programs on this machine. */
function registerLooks(server: McpServer, answer: Answer): void {
  server.registerTool(
    'explain_person',
    {
      description:
        'Why a person was provisioned or skipped, by an Entra ID tenant or a JumpCloud organisation that runs on this machine (scimulator entra up, jumpcloud up).',
      inputSchema: { at: At, user: z.string().describe('userPrincipalName, username or id') },
      annotations: READS,
    },
    ({ at, user }) => answer(async () => json(await explainPerson(programControl(at), user))),
  )
  server.registerTool(
    'look_at_directory',
    {
      description:
        'A view of a program that runs on this machine: users and groups of an identity provider, members of a receiver, links, logs.',
      inputSchema: {
        at: At,
        view: z.string().describe('Such as users, groups, members, links, provisioning-logs'),
        limit: z.int().min(1).max(MOST_ITEMS).optional(),
      },
      annotations: READS,
    },
    ({ at, view, limit = 20 }) =>
      answer(async () => json(await programControl(at).view(view, { limit: String(limit) }))),
  )
}

async function answered(work: () => Promise<string>, secrets: readonly string[]): Promise<CallToolResult> {
  try {
    return { content: [{ type: 'text', text: fit(redactText(await work(), secrets)) }] }
  } catch (error) {
    const text = error instanceof BadInput ? error.message : `This is a bug in Scimulator: ${error}`
    return { isError: true, content: [{ type: 'text', text: redactText(text, secrets) }] }
  }
}

function secretsOf(description: TargetDescription, { env, readFile }: ServerOptions): readonly string[] {
  const readStdin = (): string => {
    throw new BadInput('Standard input belongs to the protocol; give --token-env or a file.')
  }
  return loadSecrets(description, { env, readFile, readStdin }).secrets
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 1)
}

function fit(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  return `${text.slice(0, MOST_CHARACTERS)}\n… ${text.length - MOST_CHARACTERS} more characters; ask for less.`
}
