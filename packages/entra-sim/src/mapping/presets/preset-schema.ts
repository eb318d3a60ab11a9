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

/** Read once: schemas are never changed, only replaced, and a job that still has these mappings needs no second compilation. */
const READ = new Map<MappingPreset, SynchronizationSchema>()

/** @param ruleId a UUID, the id of the synchronization rule */
export function presetSchema(ruleId: string, preset: MappingPreset = 'default'): SynchronizationSchema {
  const read = READ.get(preset) ?? frozen(readPreset(preset))
  READ.set(preset, read)
  const synchronizationRules = read.synchronizationRules.map((rule) => ({ ...rule, id: ruleId }))
  return { ...read, id: ruleId, synchronizationRules }
}

function readPreset(preset: MappingPreset): SynchronizationSchema {
  return SynchronizationSchema.parse({
    id: preset,
    version: '1',
    directories: [
      { id: 'aad', name: 'Azure Active Directory', objects: [sourceUserDefinition, sourceGroupDefinition] },
      { id: 'customappsso', name: 'customappsso', objects: [targetUserDefinition, targetGroupDefinition] },
    ],
    synchronizationRules: [{ id: preset, name: 'USER_OUTBOUND_USER', objectMappings: [...PRESETS[preset]] }],
  })
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
