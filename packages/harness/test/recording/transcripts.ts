// Golden transcripts as exchanges again.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'

const ROOT = join(import.meta.dirname, '../../../..')
const FOLDERS = ['scenarios/goldens', 'packages/jumpcloud-sim/test/goldens']

export interface Golden {
  readonly name: string
  readonly exchanges: readonly Exchange[]
}

export function allGoldens(): readonly Golden[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => ({
      name,
      exchanges: exchangesIn(readFileSync(join(ROOT, folder, name), 'utf8')),
    })),
  )
}

function exchangesIn(text: string): readonly Exchange[] {
  return text
    .split(/^#\d+ /m)
    .slice(1)
    .map(exchangeOf)
}

function exchangeOf(block: string): Exchange {
  const asked = linesWith('> ', block)
  const [, method = 'GET', url = ''] = /^(\S+) (.*)$/.exec(asked[0] ?? '') ?? []
  const answered = linesWith('< ', block)
  const body = asked.slice(1).find((line) => line.startsWith('{'))
  const request = {
    method,
    url: real(url),
    headers: headersIn(asked.slice(1)),
    ...(body ? { body: real(body) } : {}),
  } as ScimRequest
  const response = {
    status: Number(answered[0]),
    headers: [],
    body: real(answered.find((line) => line.startsWith('{')) ?? ''),
  }
  return { request, startedAt: 0, durationMs: 0, ...(answered.length > 0 ? { response } : {}) }
}

function linesWith(start: string, block: string): readonly string[] {
  return block.split('\n').flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []))
}

function headersIn(lines: readonly string[]): ScimRequest['headers'] {
  return lines
    .filter((line) => !line.startsWith('{'))
    .map((line) => {
      const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? []
      return [name, real(value)] as const
    })
}

/** Transcripts number ids; a request has real ones. */
function real(text: string): string {
  return text
    .replace(/\{(receiver|target)\}/g, 'https://app.example')
    .replace(
      /\{(User|Group|guid):(\d+)\}/g,
      (_all, kind: string, number: string) =>
        `0000000${kind === 'User' ? 1 : kind === 'Group' ? 2 : 3}-0000-4000-8000-${number.padStart(12, '0')}`,
    )
    .replace(/\{\+([\d.]+)s\}/g, (_all, seconds: string) =>
      new Date(Date.parse('2026-01-05T08:00:00Z') + Number(seconds) * 1000).toISOString(),
    )
}
