// Reads a service provider's whole directory over SCIM, page by page, as any client could: it works on every target.

import { type Exchange, headerValue, jsonBody, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { plainError } from './error-words.ts'
import type { TargetAccess } from './target-connection.ts'

const Resource = z.looseObject({ id: z.coerce.string() })
export type Resource = z.infer<typeof Resource>

const Page = z.object({ totalResults: z.int().min(0), Resources: z.array(Resource).default([]) })

const PAGE_SIZE = 100

/** What the endpoint answered could not be read as a SCIM list. The message names the URL, what came, and what to look at. */
export class UnreadableTarget extends Error {}

/** All resources of one type. @throws UnreadableTarget */
export async function readResources(
  send: Send,
  access: TargetAccess,
  endpoint: 'Users' | 'Groups',
): Promise<Resource[]> {
  const found = new Map<string, Resource>()
  for (let startIndex = 1; ; ) {
    const url = `${access.url}/${endpoint}?startIndex=${startIndex}&count=${PAGE_SIZE}`
    const page = readPage(await send(reading(url, access.token)))
    for (const resource of page.Resources) found.set(resource.id, resource)
    startIndex += page.Resources.length
    if (page.Resources.length === 0 || startIndex > page.totalResults) return [...found.values()]
  }
}

function reading(url: string, token: string): ScimRequest {
  return {
    method: 'GET',
    url,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Accept', 'application/scim+json'],
      ['User-Agent', 'Scimulator'],
    ],
  }
}

function readPage(exchange: Exchange): z.infer<typeof Page> {
  const { request, response, failure } = exchange
  if (!response) {
    throw new UnreadableTarget(
      `GET ${request.url} got no answer (${failure?.kind}: ${failure?.message}). Is it running?`,
    )
  }
  const { status } = response
  if (status === 401 || status === 403) {
    const way = 'Check that the token belongs to this URL, has not expired, and that the sync source is active.'
    throw new UnreadableTarget(`GET ${request.url} was refused with status ${status}: ${start(response.body)} ${way}`)
  }
  const body = jsonBody(response)
  const page = Page.safeParse(body.kind === 'json' ? body.value : undefined)
  if (status === 200 && page.success) return page.data
  const type = headerValue(response.headers, 'content-type') ?? 'no content type'
  throw new UnreadableTarget(
    `GET ${request.url} answered ${status} with ${type}, which is no SCIM ListResponse: ${start(response.body)} ` +
      'Check that the URL is the SCIM base URL (the part before /Users), not that of a sign-in or documentation page.',
  )
}

function start(body: string): string {
  const text = plainError(body.replace(/\s+/g, ' ').trim(), new Set())
  if (text === '') return '(empty body)'
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}
