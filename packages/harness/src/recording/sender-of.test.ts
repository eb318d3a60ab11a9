import { expect, test } from 'vitest'
import { type RequestSender, senderOf, senderText } from './sender-of.ts'

const AT = 'https://app.example/scim/v2/Users'

test.each<[sender: RequestSender, text: string, url: string, headers: readonly (readonly [string, string])[]]>([
  ['entraLegacy', 'Entra ID', AT, [['ADSCIMVersion', '5.0']]],
  ['entra', 'Entra ID, with the flag', `${AT}?aadOptscim062020`, [['ADSCIMVersion', 'Date:x']]],
  ['entra', 'Entra ID, with the flag', `${AT}?a=b&aadOptscim062020=`, []],
  ['jumpcloud', 'JumpCloud', AT, [['User-Agent', 'JumpCloud']]],
  ['okta', 'Okta', AT, [['user-agent', 'Okta SCIM Client 1.0.0']]],
  ['unknown', 'Go-http-client/2.0', AT, [['User-Agent', 'Go-http-client/2.0']]],
  ['unknown', 'curl/8.5.0', AT, [['User-Agent', 'curl/8.5.0']]],
  ['unknown', 'unknown client', AT, []],
  ['unknown', 'MyJumpCloudCopy/1', AT, [['User-Agent', 'MyJumpCloudCopy/1']]],
  ['unknown', 'unknown client', `${AT}?filter=title eq "aadOptscim062020"`, []],
])('%s: %s', (sender, text, url, headers) => {
  expect([senderOf({ url, headers }), senderText({ url, headers })]).toEqual([sender, text])
})
