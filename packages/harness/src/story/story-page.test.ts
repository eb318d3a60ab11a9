import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { StoryRecording } from '../live/story-recording.ts'
import { storyPage } from './story-page.ts'

const TEMPLATE = '<html><title>Scimulator</title><script type="application/gzip-base64" id="recording"></script></html>'

function told(title: string, body = ''): StoryRecording {
  const wire = body === '' ? [] : [{ status: 200, request: { headers: [], body }, response: { headers: [], body } }]
  const recording = { version: 1, story: { id: 's', title, text: '', source: '' }, company: '', outcome: '', steps: [] }
  return { ...recording, wire } as unknown as StoryRecording
}

function dataIn(page: string): StoryRecording {
  const [, data = ''] = /id="recording">([^<]+)</.exec(page) ?? []
  return JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString())
}

test('the title is text, whatever stands in it, and the data come back', () => {
  const recording = told('</title><script>alert(1)</script> $& "a"')
  const page = storyPage(TEMPLATE, recording)
  expect(page.split('<script').length).toBe(2)
  expect(dataIn(page)).toEqual(recording)
})

test('bodies of what went well go first, then it is refused with the way out', () => {
  const noise = Array.from({ length: 2_000 }, (_, at) => Math.imul(at ^ (at << 7), 2654435761) >>> 0).join('')
  const page = storyPage(TEMPLATE, told('Large', noise), 3_000)
  expect(dataIn(page)).toMatchObject({
    leftOut: expect.stringContaining('went well'),
    wire: [{ request: { body: null } }],
  })
  expect(() => storyPage(TEMPLATE, told('Large', noise), 200)).toThrow(/is the limit\. Export a part of the wire/)
})

test('a template that is none is our bug', () => {
  expect(() => storyPage('<html></html>', told('T'))).toThrow('exactly one <title>')
})
