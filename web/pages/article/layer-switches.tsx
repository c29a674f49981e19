import { useNavigate } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import { type Layer, layers, toggleHidden } from './layers.ts'

/** Switches for the layers of marks, each drawn as its marks are; what is off stands in the address. */
export function LayerSwitches({ hidden }: { readonly hidden: ReadonlySet<Layer> }) {
  const navigate = useNavigate({ from: '/articles/$id' })
  return (
    <fieldset className="layer-switches">
      <legend>{strings.article.layers}</legend>
      {layers.map((layer) => (
        <button
          key={layer}
          type="button"
          role="switch"
          aria-checked={!hidden.has(layer)}
          onClick={() => {
            const hide = toggleHidden(hidden, layer)
            void navigate({
              to: '.',
              search: ({ hide: _before, ...search }) => (hide === undefined ? search : { ...search, hide }),
              hash: true,
              replace: true,
              resetScroll: false,
            })
          }}
        >
          <span className={`mark-${layer}`}>{strings.layer[layer]}</span>
        </button>
      ))}
    </fieldset>
  )
}
