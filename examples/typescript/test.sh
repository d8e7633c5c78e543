# Generates the types, compiles strictly, and runs the test against the service at NYHETSSOK_URL.
set -e
cd "$(dirname "$0")/../.."
npx --no -- openapi-typescript openapi/openapi.yaml --output examples/typescript/nyhetssok.ts
npx --no -- tsc --project examples/typescript
node --test build/examples/typescript/example.test.js
