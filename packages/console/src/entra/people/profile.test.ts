import { expect, test } from 'vitest'
import { createInput, profileOf, updateInput } from './profile.ts'

test('what a user does not have is empty, and what is not text is not shown', () => {
  const profile = profileOf({ id: '1', userType: 'Member', displayName: 'Ana', accountEnabled: true })
  expect(profile).toMatchObject({ displayName: 'Ana', jobTitle: '', manager: '' })
  expect(profile).not.toHaveProperty('accountEnabled')
})

test('only what was changed is sent; an emptied field takes the value away', () => {
  const draft = { jobTitle: ' Boss ', department: '', manager: '' }
  expect(updateInput('1', draft, ['jobTitle', 'department'])).toEqual({
    user: '1',
    set: { jobTitle: 'Boss', department: null },
  })
  expect(updateInput('1', draft, ['manager'])).toEqual({ user: '1', manager: null })
})

test('a new user has what was filled in', () => {
  const draft = {
    userPrincipalName: 'eva@contoso.example',
    displayName: 'Eva',
    jobTitle: 'Boss',
    city: ' ',
    manager: 'ana',
  }
  expect(createInput(draft)).toEqual({
    ...{ userPrincipalName: 'eva@contoso.example', displayName: 'Eva', manager: 'ana' },
    set: { jobTitle: 'Boss' },
  })
})
