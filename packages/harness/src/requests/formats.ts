import { harText } from './format-har.ts'
import { httpText } from './format-http.ts'
import { hurlText } from './format-hurl.ts'
import { jsonText } from './format-json.ts'
import type { Selection } from './select-acts.ts'

export interface FormatOptions {
  /** Base URL that is put in where a file begins with one, or has to. */
  readonly url: string
  /** Version of Scimulator, for formats that name who made them. */
  readonly version: string
}

/** Each form in which requests are written. */
export const FORMATS = {
  json: jsonText,
  http: (selection, { url }) => httpText(selection, url, 'vscode'),
  'http-jetbrains': (selection, { url }) => httpText(selection, url, 'jetbrains'),
  hurl: (selection) => hurlText(selection),
  har: (selection, { url, version }) => harText(selection, url, version),
} as const satisfies Readonly<Record<string, (selection: Selection, options: FormatOptions) => string>>

export type Format = keyof typeof FORMATS

export function requestsText(selection: Selection, format: Format, options: FormatOptions): string {
  return FORMATS[format](selection, options)
}
