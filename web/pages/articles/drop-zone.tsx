import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { sendDocument } from '../../client/documents.ts'
import { strings } from '../../strings.ts'
import { OutcomeTable } from './outcome-table.tsx'
import type { Sending } from './sending.ts'

/** Takes saved pages by drop or by choice, sends them one after the other, and shows what became of each. */
export function DropZone() {
  const queryClient = useQueryClient()
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [isOver, setOver] = useState(false)
  const [date, setDate] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const line = useRef(Promise.resolve())
  const nextKey = useRef(0)
  const dateHint = useId()

  const settle = (sending: Sending) =>
    setSendings((all) => all.map((other) => (other.key === sending.key ? sending : other)))

  const send = (files: readonly File[]) => {
    const waiting = files.map((file) => ({ file, key: nextKey.current++ }))
    setSendings((all) => [
      ...waiting.map(({ file, key }) => ({ key, name: file.name, state: 'waiting' as const })),
      ...all,
    ])
    for (const { file, key } of waiting) {
      const entry = { key, name: file.name }
      line.current = line.current
        .then(() => settle({ ...entry, state: 'reading' }))
        .then(() => sendDocument(file, date === '' ? null : date))
        .then((outcome) => settle({ ...entry, state: 'done', outcome }))
        .catch((error: Error) => settle({ ...entry, state: 'refused', message: error.message }))
    }
    line.current = line.current.then(async () => {
      await queryClient.invalidateQueries({ queryKey: ['articles'] })
      await queryClient.invalidateQueries({ queryKey: ['claims'] })
    })
  }

  return (
    <section className="drop-zone-section" aria-label={strings.articleList.add}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has no keyboard form; the button beside it does the same. */}
      <div
        className={isOver ? 'drop-zone over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          send([...event.dataTransfer.files])
        }}
      >
        <p>
          {strings.dropZone.label}{' '}
          <button type="button" onClick={() => input.current?.click()}>
            {strings.dropZone.choose}
          </button>
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={strings.dropZone.choose}
          onChange={(event) => {
            send([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <p className="drop-date">
          <label>
            {strings.dropZone.date}{' '}
            <input
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
              aria-describedby={dateHint}
            />
          </label>{' '}
          <span id={dateHint} className="muted">
            {strings.dropZone.dateHint}
          </span>
        </p>
      </div>
      <div aria-live="polite">{sendings.length > 0 && <OutcomeTable sendings={sendings} />}</div>
    </section>
  )
}
