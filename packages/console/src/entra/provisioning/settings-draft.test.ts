import { expect, test } from 'vitest'
import { problemsOf, settingsOf, stepsToSave } from './settings-draft.ts'

type Job = Parameters<typeof settingsOf>[0]

/** Of a job, what the page reads. */
function job(settings: Partial<Job['settings']> = {}): Job {
  const all = { baseAddress: '', syncAll: false, skipOutOfScopeDeletions: false, ...settings }
  return { settings: all, state: 'Disabled' } as Partial<Job> as Job
}

test('a job without credentials is in manual mode, and the threshold that the portal suggests is 500', () => {
  expect(settingsOf(job())).toMatchObject({
    mode: 'Manual',
    scope: 'Sync only assigned users and groups',
    preventsDeletion: false,
    threshold: '500',
    status: 'Off',
  })
})

test('what nobody has changed is not saved, and no token is sent that nobody has typed', () => {
  const saved = settingsOf(job({ baseAddress: 'https://a.example' }))
  expect(stepsToSave('Lark', saved, [])).toEqual([])
  const draft = { ...saved, tenantUrl: ' https://b.example ' }
  expect(stepsToSave('Lark', draft, ['tenantUrl'])).toEqual([
    { verb: 'entra.set-credentials', input: { app: 'Lark', tenantUrl: 'https://b.example' } },
  ])
})

test('credentials are saved first, then the settings, and provisioning is started last', () => {
  const draft = {
    ...settingsOf(job()),
    ...{ tenantUrl: 'https://a.example', secretToken: 't', preventsDeletion: true, threshold: '5', status: 'On' },
  }
  const steps = stepsToSave('Lark', draft, ['tenantUrl', 'secretToken', 'preventsDeletion', 'threshold', 'status'])
  expect(steps.map(({ verb }) => verb)).toEqual(['entra.set-credentials', 'entra.set-settings', 'entra.start'])
  expect(steps[1]?.input).toMatchObject({ deletionThreshold: 5, notificationEmail: '' })
})

test.each([
  [{ preventsDeletion: true, threshold: '-1' }, { threshold: 'A whole number from 0.' }],
  [{ preventsDeletion: false, threshold: '-1' }, {}],
  [{ sendsMail: true, mailAddress: 'nobody' }, { mailAddress: 'An email address.' }],
])('of %o it is told what cannot be saved', (change, problems) => {
  expect(problemsOf({ ...settingsOf(job()), ...change })).toEqual(problems)
})
