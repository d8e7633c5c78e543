"""What the OpenAPI document cannot say of valid requests, so that Schemathesis makes none that are refused for it.

- A cursor is one that the service gave, for the same query.
- `from` is not later than `to`.
- A condition on an article holds for its entity tag.
- A webhook is at a public https URL; nothing is at this one.

Requests that are meant to be invalid stay as they are.
"""

import json

import schemathesis


@schemathesis.hook
def before_call(_context, case, _kwargs):
    mode = getattr(getattr(case.meta, "generation", None), "mode", None)
    if mode is None or not mode.is_positive:
        return
    if case.query:
        case.query.pop("cursor", None)
        if "from" in case.query and "to" in case.query:
            case.query.pop("to")
    if case.headers:
        case.headers.pop("if-match", None)
        case.headers.pop("if-none-match", None)
    query = case.body.get("query") if isinstance(case.body, dict) else None
    if isinstance(query, dict) and "from" in query and "to" in query:
        query.pop("to")
    webhook = case.body.get("webhook") if isinstance(case.body, dict) else None
    if isinstance(webhook, dict) and "url" in webhook:
        webhook["url"] = "https://hook.example/"


@schemathesis.serializer("application/x-ndjson")
def lines(_context, value):
    """Lines of JSON: text as it is."""
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else json.dumps(value).encode()
