import type { Desk } from '../acts/desk.ts'
import { namedObjectsView } from './named-objects.ts'

export function departments(desk: Desk) {
  return namedObjectsView(desk, 'department', 'departments', 'Departments with their data source, by name.')
}
