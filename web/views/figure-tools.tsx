import { strings } from '../strings.ts'

/** Makes a picture larger and smaller where there is no wheel and no keyboard. */
export function FigureTools({
  onZoomIn,
  onZoomOut,
  onReset,
}: {
  readonly onZoomIn: () => void
  readonly onZoomOut: () => void
  readonly onReset: () => void
}) {
  const { views } = strings
  return (
    <div className="figure-tools">
      <button type="button" onClick={onZoomIn} aria-label={views.zoomIn} title={`${views.zoomIn} (+)`}>
        +
      </button>
      <button type="button" onClick={onZoomOut} aria-label={views.zoomOut} title={`${views.zoomOut} (-)`}>
        −
      </button>
      <button type="button" onClick={onReset} title={`${views.showAll} (0)`}>
        {views.showAll}
      </button>
    </div>
  )
}
