// Keys that act by themselves, without Ctrl. Who speaks to the machine, or uses its letters for something else, switches them off
// (WCAG 2.2, 2.1.4).
const KEPT = 'scimulator.single-keys'

export function areSingleKeysOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off')
}

/** Whether a key is meant for the page, and not for a field, for the browser, or for what has the focus. */
export function isForPage(event: KeyboardEvent): boolean {
  if (!areSingleKeysOn() && event.key.length === 1) return false
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  const { target, key } = event
  if (!(target instanceof HTMLElement)) return true
  const taking = key === ' ' ? `${FIELDS}, button, a, [role="combobox"], [role="tab"], [role="menuitem"]` : FIELDS
  return target.closest(taking) === null
}

const FIELDS = 'input, textarea, select, [contenteditable]'
