import type { Operation } from '../operation.ts'
import { applicationTemplateOperations } from './application-templates.ts'
import { applicationOperations } from './applications.ts'
import { assignmentOperations } from './assignments.ts'
import { auditLogOperations } from './audit-logs.ts'
import { connectivityParameterOperations } from './connectivity-parameters.ts'
import { deletedItemOperations } from './deleted-items.ts'
import { deltaOperations } from './delta.ts'
import { directoryObjectOperations } from './directory-objects.ts'
import { groupOperations } from './groups.ts'
import { objectConnectionOperations } from './object-connections.ts'
import { organizationOperations } from './organization.ts'
import { ownerOperations } from './owners.ts'
import { provisionOnDemandOperations } from './provision-on-demand.ts'
import { relationshipOperations } from './relationships.ts'
import { synchronizationJobOperations } from './synchronization-jobs.ts'
import { synchronizationSchemaOperations } from './synchronization-schema.ts'
import { synchronizationSecretOperations } from './synchronization-secrets.ts'
import { userOperations } from './users.ts'

/** All that the Graph surface answers. A path that is not here does not exist. */
export const OPERATIONS: readonly Operation[] = [
  ...userOperations,
  ...groupOperations,
  ...relationshipOperations,
  ...directoryObjectOperations,
  ...deletedItemOperations,
  ...deltaOperations,
  ...applicationTemplateOperations,
  ...applicationOperations,
  ...ownerOperations,
  ...assignmentOperations,
  ...synchronizationJobOperations,
  ...synchronizationSchemaOperations,
  ...synchronizationSecretOperations,
  ...connectivityParameterOperations,
  ...provisionOnDemandOperations,
  ...objectConnectionOperations,
  ...auditLogOperations,
  ...organizationOperations,
]
