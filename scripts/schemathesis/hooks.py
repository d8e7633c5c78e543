"""What the OpenAPI document cannot say of valid requests, so that Schemathesis makes none that are refused for it.

- A cursor is one that the service gave, for the same query.
- `from` is not later than `to`.

Requests that are meant to be invalid stay as they are.
"""

import schemathesis


@schemathesis.hook
def before_call(_context, case, _kwargs):
    mode = getattr(getattr(case.meta, "generation", None), "mode", None)
    if not case.query or mode is None or not mode.is_positive:
        return
    case.query.pop("cursor", None)
    if "from" in case.query and "to" in case.query:
        case.query.pop("to")
