// The request for an access token as a result may show it: without the client's secret, and without the token.
import { type Exchange, jsonBody } from '@scimulator/shared/provisioning'

const HIDDEN = '[redacted]'

const SECRET = /^(client_id|client_secret|client_assertion|assertion|access_token|refresh_token|id_token)$/i

export function withoutSecrets(exchange: Exchange): Exchange {
  const { request, response } = exchange
  const body = request.body === undefined ? {} : { body: hiddenForm(request.body) }
  const shown = { ...request, ...body }
  if (!response) return { ...exchange, request: shown }
  return { ...exchange, request: shown, response: { ...response, body: hiddenAnswer(exchange) } }
}

function hiddenForm(body: string): string {
  const form = new URLSearchParams(body)
  for (const name of new Set(form.keys())) if (SECRET.test(name)) form.set(name, HIDDEN)
  return form.toString()
}

/** What is not a JSON object may hold anything, and is not shown. */
function hiddenAnswer({ response }: Exchange): string {
  const body = response && jsonBody(response)
  if (body?.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return HIDDEN
  const shown = Object.entries(body.value).map(([name, value]) => [name, SECRET.test(name) ? HIDDEN : value])
  return JSON.stringify(Object.fromEntries(shown))
}
