// The frame of every report: one file that asks for nothing, carries out one script, ours, and is whole without it.
import { createHash } from 'node:crypto'
import { type Child, html, Markup } from './markup.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

export interface Frame {
  /** Of the browser's tab. */
  readonly title: string
  /** Above everything: the verdict. */
  readonly head: Child
  /** Above the sections, so that it stays whatever it hides. */
  readonly filters?: Child
  /** Sections, with the names by which they are reached. */
  readonly sections: readonly {
    readonly id: string
    readonly name: string
    readonly count?: number
    readonly body: Child
  }[]
}

const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export function pageFrame({ title, head, filters, sections }: Frame): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header><div class="wrap">${head}</div></header>
<nav aria-label="Sections"><div class="wrap"><ul>${sections.map(link)}</ul></div></nav>
<main id="main" class="wrap" tabindex="-1">
${filters}
${sections.map(({ id, body }) => html`<section id="${id}" aria-labelledby="${id}-h">${body}</section>\n`)}
</main>
<footer><div class="wrap"><p>Made by Scimulator, which is not affiliated with Microsoft, JumpCloud, Lark or Okta. This file asks nothing of any
server; it shows what was sent and answered, without tokens.</p></div></footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`
  return page.html
}

function link({ id, name, count }: Frame['sections'][number]): Markup {
  return html`<li><a href="#${id}">${name}${count === undefined ? '' : html` <span class="count">${count}</span>`}</a></li>`
}

/** As Content Security Policy names what may be carried out or drawn (W3C CSP3 §2.3.1). */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}
