/** Whether a key is meant for the page: not typed into a field, not held with Ctrl, Alt or Meta, with no dialog open. */
export function isKeyForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false
  if (document.querySelector('dialog[open]')) return false
  const { target } = event
  return !(target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]'))
}
