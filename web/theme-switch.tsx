import { useState } from 'react'
import { strings } from './strings.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

/** The place in local storage that `theme.js` reads before the first paint. */
const storageKey = 'hearsay-theme'

const signs: Record<Theme, string> = { system: '◐', light: '○', dark: '●' }

/** Goes round the system’s theme, light and dark, and remembers the choice in this browser. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(
    () => themes.find((name) => name === document.documentElement.dataset.theme) ?? 'system',
  )
  const choose = (next: Theme) => {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    try {
      if (next === 'system') localStorage.removeItem(storageKey)
      else localStorage.setItem(storageKey, next)
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
  }
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  return (
    <button
      type="button"
      className="bar-button"
      title={strings.theme[theme]}
      aria-label={strings.theme[theme]}
      onClick={() => choose(next)}
    >
      <span aria-hidden="true">{signs[theme]}</span>
    </button>
  )
}
