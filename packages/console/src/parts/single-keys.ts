// Keys that act by themselves, without Ctrl.

/** Whether a key is meant for the page, and not for a field, for the browser, or for what has the focus. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  const { target, key } = event
  if (!(target instanceof HTMLElement)) return true
  const taking = key === ' ' ? `${FIELDS}, button, a, [role="combobox"], [role="tab"], [role="menuitem"]` : FIELDS
  return target.closest(taking) === null
}

const FIELDS = 'input, textarea, select, [contenteditable]'
