// A request and its answer side by side.
import type { ShownAnswer, ShownExchange } from '../report/shown-exchange.ts'
import { type Child, html, type Markup } from './markup.ts'
import { pretty } from './pretty-json.ts'

export function exchangePair({ request, response, failure, readBack, cut }: ShownExchange): Markup {
  return html`<div class="pair">
<div><p class="label">Request</p><pre><b>${request.method}</b> ${request.url}</pre>${headers(request.headers)}${body(request.body)}</div>
<div><p class="label">Answer</p>${response ? answer(response) : noAnswer(failure)}</div>
${readBack && html`<div><p class="label">Read again afterwards</p>${answer(readBack)}</div>`}
</div>${cut !== undefined && html`<p class="facts">${cut} characters of the bodies are left out.</p>`}`
}

/** `PATCH /scim/v2/Users/1 → 200`, for a line. */
export function exchangeLine({ request, response, failure }: ShownExchange): Markup {
  const status = response ? String(response.status) : (failure?.kind ?? 'no answer')
  return html`<code><b>${request.method}</b> ${pathOf(request.url)}</code> <span class="${toneOf(response?.status)}">→ <b>${status}</b></span>`
}

function answer({ status, headers: list, body: text }: ShownAnswer): Markup {
  return html`<pre><b class="${toneOf(status)}">${status}</b></pre>${headers(list)}${body(text)}`
}

function noAnswer(failure: ShownExchange['failure']): Markup {
  return html`<p class="message">${failure ? `${failure.kind}: ${failure.message}` : 'There was none.'}</p>`
}

/** Headers that say something about what was asked or answered; the rest are of the connection. */
const TELLING = /^(content-type|location|etag|if-match|www-authenticate|retry-after|allow)$/i

function headers(list: ShownAnswer['headers']): Child {
  const told = list.filter(([name]) => TELLING.test(name))
  if (told.length === 0) return undefined
  return html`<pre class="heads">${told.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>`
}

function body(text: string | undefined): Child {
  return text === undefined || text === '' ? undefined : html`<pre class="body" tabindex="0">${pretty(text)}</pre>`
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '')
}

function toneOf(status: number | undefined): string {
  if (status === undefined || status >= 500) return 't-bad'
  return status >= 400 ? 't-warn' : 't-good'
}
