import { expect, test } from 'vitest'
import { company, enterprise, user } from './company.ts'

test('A11: a created user is associated with the member of the same e-mail address and keeps its id', async () => {
  const { act, see, source } = company()
  const ana = await act('add-member', { name: 'Ana', email: 'ana@contoso.com', department: 'Sales', mobile: '+1 555' })
  const entra = await source()
  expect(await entra.find('userName eq "ana@contoso.com"')).toEqual([])
  const created = await entra.create(
    user('ana@contoso.com', { title: 'Engineer', ...enterprise({ department: 'R&D' }) }),
  )
  expect(created.status).toBe(201)
  expect(created.body.id).toBe(ana.id)
  const members = await see('members')
  expect(Object.keys(members)).toEqual(['ana@contoso.com'])
  expect(members['ana@contoso.com']).toMatchObject({
    dataSource: 'SCIM',
    department: 'R&D',
    jobTitle: 'Engineer',
    mobile: '+1 555',
  })
})
