// Lets tap run a TypeScript file as it is, in worker threads too: `--import=tsx` leaves those out before Node 22.
import process from 'node:process'

if (process.argv[1]?.endsWith('.ts')) (await import('tsx/esm/api')).register()
