# Generates the client, checks the types of the example strictly, and runs its test against the service at NYHETSSOK_URL.
set -e
cd "$(dirname "$0")/../.."
build=build/examples/python
[ -x $build/venv/bin/python ] || python3 -m venv $build/venv
$build/venv/bin/pip install --quiet openapi-python-client==0.29.1 httpx attrs python-dateutil mypy types-python-dateutil
$build/venv/bin/openapi-python-client generate --path openapi/openapi.yaml --config examples/python/generate.yaml \
  --meta none --output-path $build/nyhetssok_client --overwrite
cp examples/python/example.py examples/python/test_example.py $build
cd $build
venv/bin/mypy --strict example.py test_example.py
venv/bin/python -m unittest --verbose test_example
