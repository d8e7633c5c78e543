import { modelFile } from '../../analysis/models.js'
import { createRecogniser, readEntityModel, type Recogniser } from './recogniser.js'

/** The recogniser of the service, for bokmål and nynorsk alike; it reads its model when it is made. */
export const norwegianRecogniser = (): Recogniser =>
  createRecogniser(readEntityModel(modelFile('entities.bin.gz')))
