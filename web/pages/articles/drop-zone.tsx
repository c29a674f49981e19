import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { sendDocument } from '../../client/documents.ts'
import { strings } from '../../strings.ts'
import { type FoundFile, findChosenFiles, findDroppedFiles } from './find-files.ts'
import { OutcomeTable } from './outcome-table.tsx'
import type { Sending } from './sending.ts'

/** React’s types do not know it, and every browser does. */
const wholeFolder = { webkitdirectory: '' }

/** Takes saved pages by drop or by choice, sends them one after the other, and shows what became of each. */
export function DropZone() {
  const queryClient = useQueryClient()
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [isOver, setOver] = useState(false)
  const [date, setDate] = useState('')
  const [isNothing, setNothing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const folderInput = useRef<HTMLInputElement>(null)
  const line = useRef(Promise.resolve())
  const nextKey = useRef(0)
  const dateHint = useId()

  const settle = (sending: Sending) =>
    setSendings((all) => all.map((other) => (other.key === sending.key ? sending : other)))

  const send = (files: readonly FoundFile[]) => {
    setNothing(files.length === 0)
    const waiting = files.map((found) => ({ ...found, key: nextKey.current++ }))
    setSendings((all) => [
      ...waiting.map(({ path, key }) => ({ key, name: path, state: 'waiting' as const })),
      ...all,
    ])
    for (const { file, path, key } of waiting) {
      const entry = { key, name: path }
      line.current = line.current
        .then(() => settle({ ...entry, state: 'reading' }))
        .then(() => sendDocument(file, path, date === '' ? null : date))
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
          void findDroppedFiles(event.dataTransfer).then(send)
        }}
      >
        <p>
          {strings.dropZone.label}{' '}
          <button type="button" onClick={() => input.current?.click()}>
            {strings.dropZone.choose}
          </button>{' '}
          {strings.dropZone.or}{' '}
          <button type="button" onClick={() => folderInput.current?.click()}>
            {strings.dropZone.chooseFolder}
          </button>
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={strings.dropZone.choose}
          onChange={(event) => {
            send(findChosenFiles(event.target.files ?? []))
            event.target.value = ''
          }}
        />
        <input
          ref={folderInput}
          type="file"
          {...wholeFolder}
          hidden
          aria-label={strings.dropZone.chooseFolder}
          onChange={(event) => {
            send(findChosenFiles(event.target.files ?? []))
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
      <div aria-live="polite">
        {isNothing && <p className="failed">{strings.dropZone.nothing}</p>}
        {sendings.length > 0 && <OutcomeTable sendings={sendings} />}
      </div>
    </section>
  )
}
