import type { Modality } from '../src/records/reading.ts'
import { strings } from './strings.ts'

/** Names a modality in words; its colour and border only repeat what the words say. */
export function ModalityBadge({ modality }: { readonly modality: Modality | null }) {
  if (modality === null) return null
  return (
    <span className={`modality modality-${modality}`} title={strings.modalityMeaning[modality]}>
      {strings.modality[modality]}
    </span>
  )
}
