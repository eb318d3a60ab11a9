// What the guide docs/guides/jumpcloud-api.md shows, as a program: plain fetch against JumpCloud's API.

export interface ScriptResult {
  readonly answers: readonly {
    readonly method: string
    readonly path: string
    readonly status: number
    readonly body: unknown
  }[]
  readonly failedPushes: readonly unknown[]
}

export async function runAdministratorScript(
  console: string,
  apiKey: string,
  target: { baseUrl: string; token: string },
  settle: () => Promise<void>,
): Promise<ScriptResult> {
  const answers: { method: string; path: string; status: number; body: unknown }[] = []

  async function call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${console}${path}`, {
      method,
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const value: unknown = text === '' ? undefined : JSON.parse(text)
    answers.push({ method, path, status: response.status, body: value })
    return Object(value)
  }

  const people = []
  for (const name of ['ana', 'bo']) {
    const fields = {
      username: `${name}@example.com`,
      email: `${name}@example.com`,
      firstname: name,
      lastname: 'Example',
    }
    people.push(await call('POST', '/api/systemusers', fields))
  }
  const group = await call('POST', '/api/v2/usergroups', { name: 'Engineering' })
  for (const person of people) {
    await call('POST', `/api/v2/usergroups/${group.id}/members`, { op: 'add', type: 'user', id: person._id })
  }
  const application = await call('POST', '/api/applications', {
    name: 'custom-scim',
    displayLabel: 'Lark',
    ssoUrl: '',
    config: {},
  })
  const provision = `/api/v2/applications/${application._id}/provision`
  await call('PUT', provision, { ...target, testUserEmail: 'scim-test@example.com' })
  await call('POST', `${provision}/verify`)
  await call('POST', `${provision}/activate`)
  await call('POST', `/api/v2/usergroups/${group.id}/associations`, {
    op: 'add',
    type: 'application',
    id: application._id,
  })
  await settle()
  await call('PUT', `/api/systemusers/${people[1]?._id}`, { suspended: true })
  await settle()
  await call('POST', '/insights/directory/v1/events', {
    service: ['directory'],
    start_time: '2020-01-01T00:00:00Z',
    search_term: { and: { event_type: ['user_create_provision', 'user_deprovision', 'group_create_provision'] } },
  })
  const events = answers.at(-1)?.body
  const failedPushes = Array.isArray(events) ? events.filter(({ success }) => success === false) : []
  return { answers, failedPushes }
}
