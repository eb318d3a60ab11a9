// The target is asked once before anything is made there, so that a wrong URL or an expired token is one message and not a failed run.
import { type Exchange, type ExchangeFailure, headerValue, jsonBody } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { BadInput } from '../written/problem.ts'
import type { ConnectedTarget } from './connect-target.ts'
import { plainError } from './error-words.ts'
import { getRequest } from './target-connection.ts'
import type { TargetDescription } from './target-description.ts'

const Page = z.object({ totalResults: z.int().min(0) })

export interface FirstLook {
  /** How many users are there, by the target's own count. */
  readonly users: number
}

/** @throws BadInput that says what came and what to look at */
export async function firstLook(connected: ConnectedTarget, target: TargetDescription): Promise<FirstLook> {
  const exchange = await connected.send(getRequest(connected, '/Users?startIndex=1&count=1'))
  const { response, failure } = exchange
  const what = `GET ${exchange.request.url}`
  if (!response) {
    const way = wayOutOf(failure?.kind ?? 'connection', target)
    throw new BadInput(
      `The target cannot be used. ${what} got no answer (${failure?.kind}: ${failure?.message}). ${way}`,
    )
  }
  const body = jsonBody(response)
  const page = Page.safeParse(body.kind === 'json' ? body.value : undefined)
  if (response.status === 200 && page.success) return { users: page.data.totalResults }
  throw new BadInput(`The target cannot be used. ${what} ${answerText(exchange)}`)
}

function wayOutOf(kind: ExchangeFailure['kind'], { url, start, proxy }: TargetDescription): string {
  const through = url.startsWith('https:') ? proxy.https : proxy.http
  switch (kind) {
    case 'tls':
      return 'If an authority of your own has signed its certificate, name it with --ca FILE or NODE_EXTRA_CA_CERTS.'
    case 'timeout':
      return 'Is it running? --timeout sets how long an answer may take.'
    case 'blocked':
      return 'Nothing was sent to the target.'
    default:
      if (through !== undefined)
        return `Is it running, and is ${withoutCredentials(through)} the right proxy? NO_PROXY leaves hosts out.`
      return start ? `Does it listen at ${url}?` : 'Is it running? --start "npm run dev" starts it.'
  }
}

/** A proxy's URL may hold a password. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//')
}

function answerText({ response }: Exchange): string {
  if (!response) return ''
  const { status, headers, body } = response
  if (status === 401 || status === 403) {
    return `was refused with status ${status}: ${beginning(body)} Check that the credentials belong to this URL and have not expired.`
  }
  const location = headerValue(headers, 'location')
  if (status >= 300 && status < 400 && location !== undefined) {
    return `was redirected (${status}) to ${location.split('?')[0]}. Redirects are not followed: give the URL that answers itself.`
  }
  const type = headerValue(headers, 'content-type') ?? 'no content type'
  return (
    `answered ${status} with ${type}, which is not a SCIM ListResponse: ${beginning(body)} ` +
    'Check that the URL is the SCIM base URL (the part before /Users), not that of a sign-in page, a proxy or documentation.'
  )
}

function beginning(body: string): string {
  // It may be a list of people in another form than was asked for.
  const text = plainError(body.replace(/\s+/g, ' ').trim(), new Set())
  if (text === '') return '(empty body)'
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}
