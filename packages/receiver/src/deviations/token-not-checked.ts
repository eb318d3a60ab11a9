import type { HandlerRequest } from '../scim/handler-port.ts'
import { defineDeviation } from './deviation.ts'
import { headerOf } from './rewriting.ts'

export const tokenNotChecked = defineDeviation({
  name: 'token-not-checked',
  describes: 'Lets every caller in, once one has come with the right token.',
  pain: 'Anyone who finds the URL can read, change and delete accounts.',
  hurts: ['rfc'],
  damage: 'others',
  seenBy: 'protocol',
  consequences: [],
  // A client that is let in has no wrong token, whatever else would be answered to one.
  looksInside: true,
  source: 'ToolJet/ToolJet#16217',
  create: () => {
    let key: string | undefined
    return (next) => async (request) => {
      const response = await next(request)
      if (response.status !== 401) key = headerOf(request, 'authorization') ?? key
      return response.status === 401 && key !== undefined ? next(withKey(request, key)) : response
    }
  },
})

function withKey(request: HandlerRequest, key: string): HandlerRequest {
  const { rawHeaders } = request
  const others = rawHeaders.filter((_text, at) => !/^authorization$/i.test(rawHeaders[at - (at % 2)] ?? ''))
  return { ...request, rawHeaders: [...others, 'Authorization', key] }
}
