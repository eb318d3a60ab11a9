// A lookup that is answered with people who were not asked for ends the work of an identity provider before anything is written: what is
// missing then was never sent, and no request names it. Pure.
import { findingsShownBy } from '@scimulator/findings'
import type { RecordedExchange } from '@scimulator/shared/http'
import { jsonBody } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'

export interface StrangersAnswer {
  readonly exchange: RecordedExchange
  /** The value that was asked for, who came back by id and hash, and the finding. No name of anybody else is in it. */
  readonly text: string
}

const FINDING = 'filter-ignored'

/** As many as a person compares. */
const MOST_SHOWN = 3

/** The first lookup by userName that was answered with somebody else; undefined where none was. */
export function strangersAnswer(sent: readonly RecordedExchange[]): StrangersAnswer | undefined {
  const exchange = sent.find(
    (one) => one.request.method === 'GET' && findingsShownBy({ exchange: one }).includes(FINDING),
  )
  const asked = exchange && askedFor(exchange)
  return exchange && asked !== undefined ? { exchange, text: textOf(asked, strangersIn(exchange, asked)) } : undefined
}

function textOf(asked: string, strangers: readonly JsonObject[]): string {
  const shown = strangers.slice(0, MOST_SHOWN).map(shownAs).join(', ')
  const rest = strangers.length > MOST_SHOWN ? ` and ${strangers.length - MOST_SHOWN} more` : ''
  const who = `${strangers.length} who ${strangers.length === 1 ? 'has' : 'have'} another`
  return `userName ${JSON.stringify(asked)} was asked for, and answered with ${who}: ${shown}${rest}; follows from ${FINDING}`
}

function shownAs({ id, notOurs }: JsonObject): string {
  return typeof notOurs === 'string' ? `${asText(id)} (hash ${notOurs})` : asText(id)
}

function askedFor({ request }: RecordedExchange): string | undefined {
  const filter = new URL(request.url).searchParams.get('filter') ?? ''
  return /^userName eq "([^"\\]+)"$/i.exec(filter)?.[1]
}

function strangersIn({ response }: RecordedExchange, asked: string): readonly JsonObject[] {
  const body = response && jsonBody(response)
  // JSON.parse yields nothing else.
  const value = body?.kind === 'json' ? (body.value as JsonValue) : undefined
  const listed = isJsonObject(value) && isJsonArray(value.Resources) ? value.Resources.filter(isJsonObject) : []
  const isOther = ({ userName, notOurs }: JsonObject) =>
    notOurs !== undefined || asText(userName).toLowerCase() !== asked.toLowerCase()
  return listed.filter(isOther)
}
