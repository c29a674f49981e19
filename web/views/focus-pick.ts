/** Gives the focus back to what was chosen, once what it showed is closed. */
export function focusPick(key: string): void {
  document.querySelector<HTMLElement>(`[data-pick="${CSS.escape(key)}"]`)?.focus()
}
