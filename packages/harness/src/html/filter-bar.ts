import { html, type Markup } from './markup.ts'

export interface Filters {
  /** Outcomes that items can have, with the word for each. */
  readonly outcomes: readonly (readonly [value: string, word: string])[]
  /** Victims, by the value that items carry. */
  readonly victims: readonly (readonly [value: string, name: string])[]
}

/** Hidden until the script has taken hold of it: without scripts nothing can be filtered. */
export function filterBar({ outcomes, victims }: Filters): Markup {
  return html`<form id="filter" role="search" aria-label="Filter the report" hidden>
<label class="vh" for="filter-text">Text</label><input id="filter-text" type="search" name="text" placeholder="Filter by text ( / )" autocomplete="off" spellcheck="false">
${outcomes.length > 0 && html`<fieldset><legend class="vh">Outcome</legend>${outcomes.map(([value, word]) => html`<label><input type="checkbox" name="outcome" value="${value}"> ${word}</label>`)}</fieldset>`}
${victims.length > 0 && html`<label for="filter-victim"><span>Hurts</span> <select id="filter-victim" name="victim"><option value="">anyone</option>${victims.map(([value, name]) => html`<option value="${value}">${name}</option>`)}</select></label>`}
<button type="button" name="open" aria-pressed="false">Open everything</button>
<button type="reset">Reset</button>
<output id="filter-told" for="filter-text" aria-live="polite"></output>
</form>`
}
