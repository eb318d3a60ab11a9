// A SCIM user as JumpCloud sends it, back in the fields that an administrator fills in (the attribute map of the custom connector).
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'

export type JumpCloudFields = Readonly<Record<string, unknown>> & { readonly username: string }

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

export function jumpCloudFields(body: JsonObject): JumpCloudFields {
  const name = isJsonObject(body.name) ? body.name : {}
  const enterprise = body[ENTERPRISE]
  const own = isJsonObject(enterprise) ? enterprise : {}
  const fields = {
    email: elementsIn(body.emails)[0]?.value,
    firstname: name.givenName,
    lastname: name.familyName,
    displayname: body.displayName,
    jobTitle: body.title,
    employeeType: body.userType,
    department: own.department,
    employeeIdentifier: own.employeeNumber,
    costCenter: own.costCenter,
    company: own.organization,
    addresses: elementsIn(body.addresses).map(({ primary: _primary, ...rest }) => rest),
    phoneNumbers: elementsIn(body.phoneNumbers).map(({ type, value }) => ({ type, number: value })),
  }
  const given = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return { username: asText(body.userName), ...Object.fromEntries(given) }
}

function elementsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : []
}
