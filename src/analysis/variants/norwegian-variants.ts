import { modelFile } from '../models.js'
import { VariantModel } from './variant-model.js'

/** What the service knows of words that bokmål and nynorsk spell otherwise. */
export const norwegianVariants: VariantModel = VariantModel.load(modelFile('variants.txt.gz'))
