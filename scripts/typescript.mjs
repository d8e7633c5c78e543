// Runs TypeScript as it is, in worker threads too: `--import=tsx` leaves those out before Node 22.
import { register } from 'tsx/esm/api'

register()
