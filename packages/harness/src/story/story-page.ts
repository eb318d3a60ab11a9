// One HTML file of a recording: the built template with its title and its data put in. Nothing is built here.
import { gzipSync } from 'node:zlib'
import { VerbError } from '@scimulator/shared/behaviour'
import type { StoryRecording } from '../live/story-recording.ts'

/** Places of the template, each there once. */
const TITLE = '<title>Scimulator</title>'
const DATA = '<script type="application/gzip-base64" id="recording"></script>'

/** Bytes of a file that mail takes. */
const LARGEST_FILE = 20 * 1024 * 1024

/** @throws VerbError `refused` when it is too large even without the bodies of what went well */
export function storyPage(template: string, recording: StoryRecording, largest = LARGEST_FILE): string {
  const whole = pageOf(template, recording)
  if (whole.length <= largest) return whole
  const shorter = pageOf(template, withoutBodies(recording))
  if (shorter.length <= largest) return shorter
  throw new VerbError(
    'refused',
    `The file would have ${mebibytes(shorter.length)} MB, and ${mebibytes(largest)} MB is the limit. Export a part of the wire: drag over the strip, then Export HTML.`,
  )
}

function pageOf(template: string, recording: StoryRecording): string {
  for (const place of [TITLE, DATA])
    if (template.split(place).length !== 2) throw new Error(`The template of stories has not exactly one ${place}`)
  const data = gzipSync(JSON.stringify(recording), { level: 9 }).toString('base64')
  // As functions, so that no $ in a title means anything.
  return template
    .replace(TITLE, () => `<title>${escaped(recording.story.title)} · Scimulator</title>`)
    .replace(DATA, () => DATA.replace('></', `>${data}</`))
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}

function withoutBodies(recording: StoryRecording): StoryRecording {
  const wire = recording.wire.map((one) =>
    one.status !== null && one.status < 400
      ? {
          ...one,
          ...(one.request ? { request: { ...one.request, body: null } } : {}),
          ...(one.response ? { response: { ...one.response, body: null } } : {}),
        }
      : one,
  )
  const leftOut = [recording.leftOut, 'Bodies of exchanges that went well are left out.'].filter(Boolean).join(' ')
  return { ...recording, wire, leftOut }
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
