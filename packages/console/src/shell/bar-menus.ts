// The menus of the bar, in one file that is loaded when the page stands: Fluent's menus bring along what places them.
export { ClockMenu } from './clock-menu.tsx'
export { SnapshotMenu } from './snapshot-menu.tsx'
export { StartOver } from './start-over.tsx'
export { TargetMark } from './target-mark.tsx'
export { ThemeMenu } from './theme-menu.tsx'
