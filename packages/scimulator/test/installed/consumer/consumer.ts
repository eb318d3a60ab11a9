// What a consumer writes, and no more: compiled outside the repository by several versions of TypeScript, without skipLibCheck.
import {
  type Company,
  createEntraTenant,
  createJumpCloudOrg,
  createReceiver,
  createWorld,
  type Receiver,
  runScenario,
  type ScenarioRun,
  testEndpoint,
} from 'scimulator'
import { receiverMiddleware } from 'scimulator/express'
import { parseExpression, printExpression } from 'scimulator/mapping'
import { type RequestCorpus, readRequests, requestsAs } from 'scimulator/requests'
import { applyPatch, parseFilter, printFilter } from 'scimulator/scim'

const company: Company = {
  name: 'Contoso',
  domain: 'contoso.example',
  people: [{ key: 'ana', displayName: 'Ana', email: 'ana@contoso.example' }],
}

export async function drive(url: string, token: string): Promise<readonly string[]> {
  const tenant = createEntraTenant({ switches: { parallelism: 4 } })
  await tenant.loadCompany({ company })
  await tenant.createApp({ name: 'App' })
  await tenant.setCredentials({ tenantUrl: url, secretToken: token })
  await tenant.assign({ user: 'ana' })
  await tenant.start()
  await tenant.advance('40m')
  const people = await tenant.view('users')
  await tenant.close()
  return people.map(({ key }) => key)
}

export async function inOneWorld(): Promise<ScenarioRun[]> {
  const world = await createWorld({ seed: 7, profile: 'rfc' })
  await world.jumpcloud.loadCompany({ company: { generate: { people: 3 } } })
  const statuses: (number | undefined)[] = world.exchanges().map(({ response }) => response?.status)
  await world.close()
  const runs = await runScenario('entra/help-page', { seed: statuses.length })
  return runs.filter(({ result }) => result.outcome === 'failed')
}

export async function verdict(url: string): Promise<string> {
  const { verdicts, findings } = await testEndpoint({ url, only: ['entra'] })
  return `${verdicts.entra?.verdict} ${findings.map(({ id }) => id).join(' ')}`
}

export const receiver: Receiver = createReceiver({ profile: 'rfc', token: 'secret' })
export const organisation = createJumpCloudOrg({ profile: 'jumpcloud-put-groups' })
export const middleware = receiverMiddleware({ deviations: ['integer-ids'] })

const corpus: RequestCorpus = readRequests('entra', { acts: ['leaver'] })
export const sent: string[] = corpus.acts.flatMap(({ requests }) =>
  requests.map(({ method, path }) => `${method} ${path}`),
)
export const hurl: string = requestsAs('jumpcloud', 'hurl', { url: 'http://127.0.0.1:8080/scim' })

export const text: string = printFilter(parseFilter('userName eq "ana"'))
export const patch: typeof applyPatch = applyPatch
const parsed = parseExpression('Not([accountEnabled])')
export const printed: string = parsed.ok ? printExpression(parsed.tree) : parsed.error.message
