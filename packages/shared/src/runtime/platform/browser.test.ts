import { expect, test, vi } from 'vitest'
import { browserOpener, openBrowser } from './browser.ts'

const URL = 'http://127.0.0.1:8400/wire?open=3&tab=body'

test.each([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', URL]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', URL]],
  ['linux', {}, undefined],
  ['linux', { DISPLAY: '' }, undefined],
  ['linux', { DISPLAY: ':0', CI: 'true' }, undefined],
  ['darwin', {}, ['open', URL]],
  ['darwin', { CI: '1' }, undefined],
  ['darwin', { CI: 'false' }, ['open', URL]],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', URL]],
] as const)('on %s with %o', (platform, env, expected) => {
  const opener = browserOpener(URL, platform, env)
  expect(opener && [opener.program, ...opener.args]).toEqual(expected)
})

test.each(['file:///etc/passwd', 'calc.exe', 'http://a b', 'http://a"b', ''])('%j is opened by nothing', (url) => {
  expect(() => browserOpener(url, 'darwin', {})).toThrow(RangeError)
})

test('a program that is not there stops nobody', async () => {
  const thrown = vi.fn()
  process.once('uncaughtException', thrown)
  openBrowser({ program: 'there-is-no-such-browser', args: [URL] })
  await new Promise((resolve) => setTimeout(resolve, 50))
  process.removeListener('uncaughtException', thrown)
  expect(thrown).not.toHaveBeenCalled()
})
