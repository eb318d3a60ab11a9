import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { browserRefusal } from '@scimulator/shared/http'
import type { PageFiles } from './page-files.ts'

/** Nothing is loaded from elsewhere, no script stands in a page, and no text becomes markup. Styles are those with the nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
const FOREVER = 'public, max-age=31536000, immutable'

/** Answers GET for the files of the console; every other path is a page, which the console finds for itself. */
export function createPageServer({ page, assets }: PageFiles) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const refusal = pageRefusal(request)
    if (refusal) {
      answer(response, 403, 'text/plain; charset=utf-8', `${refusal}\n`)
      return
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const asset = assets.get(path)
    if (asset) {
      response.writeHead(200, { ...COMMON, 'content-type': asset.type, 'cache-control': FOREVER })
      response.end(request.method === 'HEAD' ? undefined : asset.bytes)
    } else if (path.startsWith('/assets/'))
      answer(response, 404, 'text/plain; charset=utf-8', 'There is no such file.\n')
    else answerPage(response, page)
  }
}

/** A link on another site may lead to a page; nothing of it can be read there. */
function pageRefusal({ method, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return `There is no ${method} of a page`
  return browserRefusal({ method, headers: { host: headers.host } })
}

function answerPage(response: ServerResponse, page: string): void {
  const nonce = randomBytes(18).toString('base64')
  response.setHeader('content-security-policy', policy(nonce))
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  answer(response, 200, 'text/html; charset=utf-8', page.replaceAll('NONCE', nonce))
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { ...COMMON, 'content-type': type, 'cache-control': 'no-store' })
  response.end(text)
}
