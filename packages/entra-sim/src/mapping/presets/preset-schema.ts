// The synchronizationSchema of a new job.
import { type ObjectMapping, SynchronizationSchema } from '../../schema/synchronization-schema.ts'
import { defaultGroupMapping, defaultUserMapping } from './default-mapping.ts'
import { larkGroupMapping, larkUserMapping } from './lark-mapping.ts'
import { sourceGroupDefinition, sourceUserDefinition } from './source-attributes.ts'
import { targetGroupDefinition, targetUserDefinition } from './target-attributes.ts'

export type MappingPreset = 'default' | 'lark'

const PRESETS: Readonly<Record<MappingPreset, readonly [ObjectMapping, ObjectMapping]>> = {
  default: [defaultUserMapping, defaultGroupMapping],
  lark: [larkUserMapping, larkGroupMapping],
}

/** @param ruleId a UUID, the id of the synchronization rule */
export function presetSchema(ruleId: string, preset: MappingPreset = 'default'): SynchronizationSchema {
  return SynchronizationSchema.parse({
    id: ruleId,
    version: '1',
    directories: [
      { id: 'aad', name: 'Azure Active Directory', objects: [sourceUserDefinition, sourceGroupDefinition] },
      { id: 'customappsso', name: 'customappsso', objects: [targetUserDefinition, targetGroupDefinition] },
    ],
    synchronizationRules: [{ id: ruleId, name: 'USER_OUTBOUND_USER', objectMappings: [...PRESETS[preset]] }],
  })
}
