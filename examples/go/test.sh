# Generates the client, compiles the example, and runs its test against the service at NYHETSSOK_URL.
set -e
cd "$(dirname "$0")/../.."
build=build/examples/go
mkdir -p $build/nyhetssok
cp examples/go/* $build
cp openapi/openapi.yaml $build
cd $build
go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -config generate.yaml openapi.yaml
go mod tidy
go vet ./...
go test -count=1 -v ./...
