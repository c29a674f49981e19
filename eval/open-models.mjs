import { openReader } from '../dist/read/neural/open-reader.js'
import { loadModels } from '../dist/resources/load-models.js'

/** The trained models, ready to read. */
export const openModels = () => openReader(loadModels())
