// Who is there when SCIM is asked.

export function user(index: number): object {
  const name = `known${index}@contoso.example`
  return { userName: name, externalId: name, displayName: `U${index}`, emails: [{ type: 'work', value: name }] }
}

export function group(index: number): object {
  return { displayName: `G${index}`, members: [] }
}
