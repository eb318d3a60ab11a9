import { FORMATS, type Format, selectActs } from '@scimulator/harness/requests'
import { knownName } from '../shipped/known-name.ts'
import { readCorpus } from '../shipped/request-corpus.ts'
import { VERSION } from '../shipped/version.ts'
import { assertOptions, aText, type OptionChecks, texts } from './assert-options.ts'
import type { RequestCorpus } from './generated/requests.ts'

/**
 * `entra` has `?aadOptscim062020` on its tenant URL, `entra-legacy` has not. `okta` is an application that its wizard has made and that writes by
 * PUT, `okta-catalogue` one of its catalogue that writes by PATCH.
 */
export type RequestSender = 'entra' | 'entra-legacy' | 'jumpcloud' | 'okta' | 'okta-catalogue'

/** `http` is for VS Code and Visual Studio, `http-jetbrains` for JetBrains' editors; Hurl 5 or newer; HAR 1.2. */
export type RequestFormat = 'json' | 'http' | 'http-jetbrains' | 'hurl' | 'har'

/** Which requests are wanted. */
export interface RequestsOptions {
  /** Ids of acts such as `disabled`, or words for several such as `leaver`; `scimulator list acts` shows them. Default: the whole life. */
  readonly acts?: readonly string[]
  /** Base URL for formats that need one. Default http://localhost:3000/scim/v2. */
  readonly url?: string
}

const OPTIONS: OptionChecks<RequestsOptions> = { acts: texts, url: aText }

/**
 * What an identity provider sends, with the answers that are right and the directory that must be after each act. The acts that have
 * to go before those that were asked for come along, without a directory of their own.
 *
 * @throws an Error for an act that does not exist or that this identity provider does not do; it names the nearest ones.
 */
export function readRequests(as: RequestSender, options: Pick<RequestsOptions, 'acts'> = {}): RequestCorpus {
  assertOptions('readRequests', options, { acts: texts })
  return JSON.parse(requestsAs(as, 'json', options))
}

/**
 * The same as the text of a file: for an editor that sends requests, for Hurl, or for tools that read HAR.
 *
 * @throws an Error for a sender, a format or an act that does not exist; it names what there is.
 */
export function requestsAs(as: RequestSender, format: RequestFormat, options: RequestsOptions = {}): string {
  assertOptions('requestsAs', options, OPTIONS)
  const { acts = [], url = 'http://localhost:3000/scim/v2' } = options
  const selection = selectActs(readCorpus(as), acts)
  // The names of formats are those of the object.
  const known = knownName(format, Object.keys(FORMATS), 'format') as Format
  return FORMATS[known](selection, { url, version: VERSION })
}
