import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Situation } from '../../../src/records/situation.ts'
import { removeSituation } from '../../client/situations.ts'
import { strings } from '../../strings.ts'

const { situation: words } = strings

/** Asks whether a situation is to be followed no longer; keeping it is what Enter and Escape do. */
export function RemoveSituation({
  situation: { id, name },
  onClose,
  onRemoved,
}: {
  readonly situation: Pick<Situation, 'id' | 'name'>
  readonly onClose: () => void
  readonly onRemoved: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const client = useQueryClient()
  useEffect(() => dialog.current?.showModal(), [])
  const removing = useMutation({
    mutationFn: () => removeSituation(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['situations'] })
      dialog.current?.close()
      onRemoved()
    },
  })
  return (
    <dialog ref={dialog} className="remove-dialog" aria-labelledby="remove-heading" onClose={onClose}>
      <h2 id="remove-heading">{words.removeHeading(name)}</h2>
      <p>{words.removeMeaning}</p>
      {removing.error && (
        <p className="failed" role="alert">
          {removing.error.message}
        </p>
      )}
      <p className="dialog-acts">
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.keep}
        </button>
        <button type="button" disabled={removing.isPending} onClick={() => removing.mutate()}>
          {words.remove}
        </button>
      </p>
    </dialog>
  )
}
