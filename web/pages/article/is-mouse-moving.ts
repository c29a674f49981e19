/** Whether a mouse was really moved; a page that scrolls under a resting mouse tells of moves, too. */
export const isMouseMoving = (event: {
  readonly pointerType: string
  readonly movementX: number
  readonly movementY: number
}): boolean => event.pointerType === 'mouse' && (event.movementX !== 0 || event.movementY !== 0)
