import type { ReactNode } from 'react'

/** Something in a picture that can be chosen, by pointer and by key; j and k lead from one to the next. */
export function SvgButton({
  pick,
  label,
  className,
  isFirst = false,
  isPressed,
  onChoose,
  onFocus,
  children,
}: {
  /** What it is known by. */
  readonly pick: string
  readonly label: string
  readonly className: string
  /** The one that the Tab key comes to. */
  readonly isFirst?: boolean
  readonly isPressed?: boolean
  readonly onChoose: () => void
  readonly onFocus?: () => void
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
    <g
      className={className}
      data-pick={pick}
      role="button"
      tabIndex={isFirst ? 0 : -1}
      aria-label={label}
      aria-pressed={isPressed}
      onClick={onChoose}
      onFocus={(event) => {
        // What the pointer chose is seen already.
        if (event.currentTarget.matches(':focus-visible')) onFocus?.()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onChoose()
      }}
    >
      <title>{label}</title>
      {children}
    </g>
  )
}
