import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { targetsQuery } from '../client/targets.ts'
import { strings } from '../strings.ts'
import { type Act, findActs } from '../use-acts.ts'
import { useDestinations } from '../use-destinations.ts'
import { chooseOptions, type Option } from './choose-options.ts'
import './palette.css'

const { palette } = strings
/** As in the search fields: ordinary typing makes one search. */
const pauseMs = 250

/** Goes anywhere and does anything by its name; Ctrl-K or ⌘K opens it on every page. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [acts, setActs] = useState<readonly Act[] | null>(null)
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (document.querySelector('dialog[open]')) return
      setActs(findActs())
      dialog.current?.showModal()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <dialog ref={dialog} className="palette" aria-label={palette.label} onClose={() => setActs(null)}>
      {acts !== null && <Choice acts={acts} onChosen={() => dialog.current?.close()} />}
    </dialog>
  )
}

/** The field and what it chooses among; the focus stays in the field. */
function Choice({ acts, onChosen }: { readonly acts: readonly Act[]; readonly onChosen: () => void }) {
  const navigate = useNavigate()
  const destinations = useDestinations()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim().length < 2 ? '' : typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const targets = useQuery(targetsQuery(words))
  const known: Option[] = [
    ...acts.flatMap((act) =>
      'run' in act ? { kind: palette.act, name: act.name, keys: act.key, run: act.run } : [],
    ),
    ...destinations.map(({ to, name, letter }) => ({
      kind: palette.page,
      name,
      keys: `g ${letter}`,
      run: () => void navigate({ to, search: {} }),
    })),
  ]
  const options = [
    ...chooseOptions(known, typed),
    ...(words === typed.trim() ? (targets.data ?? []) : []).map(({ kind, name, to, search }) => ({
      kind,
      name,
      keys: null,
      run: () => void navigate({ to, search }),
    })),
  ]
  const current = Math.min(at, options.length - 1)
  const choose = (option: Option | undefined) => {
    if (option === undefined) return
    onChosen()
    option.run()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((current + 1) % options.length || 0)
    else if (event.key === 'ArrowUp') setAt((current - 1 + options.length) % options.length || 0)
    else if (event.key === 'Enter') choose(options[current])
    else return
    event.preventDefault()
  }
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        {...(options.length > 0 && { 'aria-activedescendant': `${id}${current}` })}
        aria-autocomplete="list"
        aria-label={palette.label}
        placeholder={palette.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div ref={list} id={`${id}list`} role="listbox" aria-label={palette.label}>
        {options.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for them.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which points at the current one.
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: two claims may say the same.
            key={i}
            id={`${id}${i}`}
            role="option"
            aria-selected={i === current}
            onClick={() => choose(option)}
          >
            <span className="muted">{option.kind}</span> <span>{option.name}</span>{' '}
            {option.keys !== null && <kbd>{option.keys}</kbd>}
          </div>
        ))}
      </div>
      <p className="muted" role="status">
        {targets.isError
          ? targets.error.message
          : targets.isFetching
            ? strings.loading
            : options.length === 0
              ? palette.nothing
              : ''}
      </p>
    </>
  )
}
