// A finding: what was seen, the request that shows it beside its answer, what to change, whom it hurts.
import type { ToldFinding } from '../examine/test-result.ts'
import { exchangePair } from './exchange-block.ts'
import { type Child, html, type Markup } from './markup.ts'
import { victimName } from './victims.ts'

const DAMAGES: Readonly<Record<ToldFinding['damage'], readonly [tone: string, text: string]>> = {
  access: ['bad', 'people keep or lose access'],
  others: ['bad', 'others are touched'],
  stops: ['bad', 'provisioning stops'],
  attribute: ['warn', 'a value is wrong'],
  cosmetic: ['calm', 'goes unnoticed'],
}

export function findingBlock(finding: ToldFinding, number: number, target: string): Markup {
  const { id, title, kind, damage, detail, seen, exchange, curl, fix, clause, hurts, when, why, acts, sources } =
    finding
  const [tone, harm] = DAMAGES[damage]
  const often = seen.of > 1 && seen.times < seen.of ? ` Seen ${seen.times} of ${seen.of} times.` : ''
  return html`<article class="box finding" id="${id}" tabindex="-1" data-stop data-item data-outcome="${damage}" data-victims="${hurts.join(' ')}" aria-labelledby="${id}-t">
<header><span class="num">${number}</span> <h3 id="${id}-t">${title}</h3> <span class="mark ${tone}">${harm}</span> <span class="mark calm">${kind}</span> <a class="id" href="#${id}"><code>${id}</code></a></header>
<p>${detail}${often}</p>
${exchange && exchangePair(exchange)}
<p class="fix"><b>What to change.</b> ${fix}${clause !== undefined && ` (${clause})`}</p>
<dl><dt>Hurts</dt><dd>${hurts.map(victimName).join('; ')}${when !== undefined && `, ${when}`}. ${why}</dd>
${acts.length > 0 && html`<dt>Broke</dt><dd>${acts.join(', ')}</dd>`}
<dt>Prove it</dt><dd><code>scimulator test ${target} --finding ${id}</code></dd>
${sources.length > 0 && html`<dt>Sources</dt><dd>${sources.join('; ')}</dd>`}</dl>
${curlBlock(curl)}</article>`
}

function curlBlock(curl: string | undefined): Child {
  return curl === undefined
    ? undefined
    : html`<details class="more"><summary>The same with curl</summary><pre>${curl}</pre></details>`
}
