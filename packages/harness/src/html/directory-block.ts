// What an act changed in the directory: item by item, attribute by attribute, before and after.
import type { Around } from '../report/around.ts'
import type { EffectRecord, Views } from '../report/recording.ts'
import { type Child, html, type Markup } from './markup.ts'
import { pretty } from './pretty-json.ts'

const NAMES: Readonly<Record<string, string>> = { 'directory.users': 'users', 'directory.groups': 'groups' }

export function directoryBlock(effects: readonly EffectRecord[], around: Around, shown: 'read' | 'answers'): Markup {
  const how = shown === 'answers' ? ', as the answers have shown it' : ''
  if (effects.length === 0) return html`<p class="facts">The directory is as it was before${how}.</p>${whole(around)}`
  return html`<table class="wide changes"><caption>What changed in the directory${how}</caption>
<thead><tr><th scope="col">Who</th><th scope="col">Attribute</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>${effects.map(effectRows)}</tbody></table>${whole(around)}`
}

function effectRows({ key, kind, attributes, exchange, source }: EffectRecord): Markup {
  const by = exchange === undefined ? '' : ` by #${exchange}`
  const how = source === 'inferred' && html` <span class="facts">as it was sent; no answer has shown it</span>`
  const told = attributes.filter(({ name }) => name !== 'id')
  const [first, ...rest] = kind === 'deleted' ? [] : told
  const head = html`<th scope="row" rowspan="${1 + rest.length}">${key}<br><span class="mark ${TONES[kind]}">${kind}${by}</span>${how}</th>`
  if (!first)
    return html`<tr>${head}<td colspan="3" data-name="">${kind === 'deleted' ? 'is no longer there' : 'has no attribute of its own'}</td></tr>`
  return html`<tr>${head}${cells(first)}</tr>${rest.map((one) => html`<tr>${cells(one)}</tr>`)}`
}

const TONES: Readonly<Record<EffectRecord['kind'], string>> = {
  created: 'good',
  changed: 'calm',
  reactivated: 'good',
  deactivated: 'warn',
  deleted: 'warn',
}

function cells({ name, old, new: now }: EffectRecord['attributes'][number]): Markup {
  const [before, after] = [old ?? undefined, now ?? undefined]
  return html`<td><code>${name}</code></td><td data-name="before">${before === undefined ? 'nothing' : html`<del><code>${printed(before)}</code></del>`}</td><td data-name="after">${after === undefined ? 'nothing' : html`<ins><code>${printed(after)}</code></ins>`}</td>`
}

/** Lists of people and groups by their names, anything else as JSON. */
function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(nameOf).join('\n')
  return pretty(JSON.stringify(value))
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const { display, value, ...rest } = item as Readonly<Record<string, unknown>>
  if (typeof display === 'string') return display
  const more = Object.keys(rest).filter((name) => name !== '$ref')
  return typeof value === 'string' && more.length === 0 ? value : pretty(JSON.stringify(item))
}

/** Names beyond these are counted. */
const MOST_NAMES = 60

function whole({ before, after }: Around): Child {
  const views = Object.keys({ ...before, ...after })
  if (views.every((view) => sizeOf(before, view) + sizeOf(after, view) === 0)) return undefined
  const side = (name: string, at: Views, other: Views) =>
    html`<div><p class="label">${name}</p>${views.map((view) => names(view, at[view] ?? {}, other[view] ?? {}))}</div>`
  return html`<details class="more"><summary>The whole directory before and after</summary><div class="pair">${side('Before', before, after)}${side('After', after, before)}</div></details>`
}

/** Whatever is not the same on the other side comes first, so that what is left out is the same there. */
function names(view: string, items: Views[string], other: Views[string]): Markup {
  const isSame = ([key, item]: readonly [string, unknown]) => JSON.stringify(item) === JSON.stringify(other[key])
  const entries = Object.entries(items)
  const all = [...entries.filter((one) => !isSame(one)), ...entries.filter(isSame)]
  const shown = all.slice(0, MOST_NAMES).map(([key, item]) => html`<li>${key}${stateOf(item)}</li>`)
  const rest = all.length - shown.length
  return html`<p>${all.length} ${NAMES[view] ?? view}</p>${shown.length > 0 && html`<ul class="names">${shown}${rest > 0 && html`<li>and ${rest} more, in the JSON result</li>`}</ul>`}`
}

function stateOf(item: Views[string][string]): Child {
  if (item.active === false) return html` <span class="mark warn">inactive</span>`
  return Array.isArray(item.members) ? html` <span class="facts">${item.members.length} members</span>` : undefined
}

function sizeOf(views: Views, name: string): number {
  return Object.keys(views[name] ?? {}).length
}
