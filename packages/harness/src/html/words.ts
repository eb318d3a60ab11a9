// Words and marks that every report has.
import { html, type Markup } from './markup.ts'

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

const TONES: Readonly<Record<string, string>> = {
  passed: 'good',
  pass: 'good',
  warning: 'warn',
  'not-applicable': 'calm',
  'not-decided': 'calm',
  works: 'good',
  skipped: 'warn',
  unproven: 'warn',
  unknown: 'warn',
  cosmetic: 'calm',
}

export function toneOf(outcome: string): string {
  return TONES[outcome] ?? 'bad'
}

export function markOf(outcome: string, text = outcome): Markup {
  return html`<span class="mark ${toneOf(outcome)}">${text.replace('-', ' ')}</span>`
}
