import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import './styles/remove-dialog.css'

/** Asks whether something is to be followed no longer; keeping it is what Enter and Escape do. */
export function RemoveDialog({
  heading,
  meaning,
  keep,
  remove,
  onRemove,
  onClose,
  onRemoved,
}: {
  readonly heading: string
  /** What goes, and what stays. */
  readonly meaning: string
  /** What the buttons say. */
  readonly keep: string
  readonly remove: string
  readonly onRemove: () => Promise<void>
  readonly onClose: () => void
  readonly onRemoved: () => unknown
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const removing = useMutation({
    mutationFn: onRemove,
    onSuccess: () => {
      dialog.current?.close()
      onRemoved()
    },
  })
  return (
    <dialog ref={dialog} className="remove-dialog" aria-labelledby="remove-heading" onClose={onClose}>
      <h2 id="remove-heading">{heading}</h2>
      <p>{meaning}</p>
      {removing.error && (
        <p className="failed" role="alert">
          {removing.error.message}
        </p>
      )}
      <p className="dialog-acts">
        <button type="button" onClick={() => dialog.current?.close()}>
          {keep}
        </button>
        <button type="button" disabled={removing.isPending} onClick={() => removing.mutate()}>
          {remove}
        </button>
      </p>
    </dialog>
  )
}
