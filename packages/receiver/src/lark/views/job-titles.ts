import type { Desk } from '../acts/desk.ts'
import { namedObjectsView } from './named-objects.ts'

export function jobTitles(desk: Desk) {
  return namedObjectsView(desk, 'job title', 'job-titles', 'Job titles with their data source, by name.')
}
