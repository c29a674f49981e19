import { openNetworks } from '../dist/read/neural/open-networks.js'
import { loadModels } from '../dist/resources/load-models.js'

/** The trained models, ready to read. */
export const openModels = () => openNetworks(loadModels())
