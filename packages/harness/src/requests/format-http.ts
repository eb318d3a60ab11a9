// The `.http` files that editors send: of VS Code's REST Client and Visual Studio, and of JetBrains' HTTP Client. They name ids differently.
import type { CorpusRequest } from './corpus.ts'
import { filled, placeholder } from './placeholders.ts'
import type { Selection } from './select-acts.ts'

export type HttpClient = 'vscode' | 'jetbrains'

/** `url`: the base URL that the file begins with. */
export function httpText({ corpus, acts }: Selection, url: string, client: HttpClient): string {
  const head = [
    `# ${corpus.title}: what it sends in the life of a small company, in order.`,
    `@baseUrl = ${url}`,
    '@token = secret',
    '@newUuid = 6f0c2f6e-3c1b-4a77-9a55-0c7f6d1f7b10',
    '@newDate = 2026-01-05T08:00:00Z',
  ]
  const write = client === 'vscode' ? withRequestVariables() : withHandlers
  const parts = acts.flatMap(({ id, says, requests }) => [`\n# ==== ${id}: ${says}`, ...requests.map(write)])
  return `${[...head, ...parts].join('\n')}\n`
}

/** JetBrains keeps an id by a script behind the request. */
function withHandlers(request: CorpusRequest): string {
  const keeps = Object.entries(request.captures ?? {}).map(
    ([id, path]) => `\n> {% client.global.set("${id}", response.body${path.slice(1)}); %}`,
  )
  return [requestText(request), ...keeps].join('\n')
}

/** VS Code and Visual Studio take an id from the answer to a request that has a name: of the latest that brought it. */
function withRequestVariables(): (request: CorpusRequest) => string {
  const places = new Map<string, string>()
  return (request) => {
    const text = filled(requestText(request), places)
    for (const [id, path] of Object.entries(request.captures ?? {}))
      places.set(id, placeholder(`${variableOf(request.name)}.response.body.${path}`))
    return text
  }
}

function requestText({ name, says, by, method, path, headers, body, answer, grade, source }: CorpusRequest): string {
  return [
    `\n### ${name}: ${by === 'somebody else' ? 'somebody else ' : ''}${says}`,
    `# ${grade}: ${source}`,
    `# must be answered ${answer.status.join(' or ')}${answer.has ? ` with ${JSON.stringify(answer.has)}` : ''}`,
    `# @name ${variableOf(name)}`,
    `${method} {{baseUrl}}${path}`,
    ...Object.entries(headers).map(([header, value]) => `${header}: ${value}`),
    ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)]),
  ].join('\n')
}

/** Names of requests take no hyphen in either client. */
function variableOf(name: string): string {
  return name.replaceAll('-', '_')
}
