/** Which part of a picture is seen: a point of the picture lies at `x · scale + left`, `y · scale + top` on the screen. */
export interface ViewWindow {
  readonly left: number
  readonly top: number
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The whole picture, as large as it was drawn. */
export const wholeWindow: ViewWindow = { left: 0, top: 0, scale: 1 }

/** Makes everything larger or smaller around a point of the screen that stays where it is. */
export function zoomWindow(
  window: ViewWindow,
  factor: number,
  at: { readonly x: number; readonly y: number },
  most: number,
): ViewWindow {
  const scale = Math.min(Math.max(window.scale * factor, 1), most)
  const grown = scale / window.scale
  return { scale, left: at.x - (at.x - window.left) * grown, top: at.y - (at.y - window.top) * grown }
}

/** Keeps a picture as large as the screen filling it: its edges are never dragged inside. */
export function keepInside({ left, top, scale }: ViewWindow, { width, height }: Size): ViewWindow {
  return {
    scale,
    left: Math.min(0, Math.max(left, width - width * scale)),
    top: Math.min(0, Math.max(top, height - height * scale)),
  }
}

/** Brings a point of the picture into the middle where it is not seen. */
export function showPoint(
  window: ViewWindow,
  { x, y }: { readonly x: number; readonly y: number },
  size: Size,
): ViewWindow {
  const at = { x: x * window.scale + window.left, y: y * window.scale + window.top }
  if (at.x >= 0 && at.x <= size.width && at.y >= 0 && at.y <= size.height) return window
  return keepInside(
    {
      scale: window.scale,
      left: size.width / 2 - x * window.scale,
      top: size.height / 2 - y * window.scale,
    },
    size,
  )
}
