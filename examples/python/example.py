"""Asks the service with a client that is generated from its OpenAPI document: see README.md beside this folder."""

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import parse_qs, urlsplit

from nyhetssok_client import AuthenticatedClient, Client
from nyhetssok_client.api.articles import get_article
from nyhetssok_client.api.quotes import search_quotes
from nyhetssok_client.api.search import export_search, search
from nyhetssok_client.api.writing import put_article
from nyhetssok_client.models import (
    Article,
    ArticleRecord,
    ExportFormat,
    FoundQuoteList,
    Hit,
    HitField,
    Language,
    Problem,
    Quote,
    SearchResult,
    WrittenArticle,
)
from nyhetssok_client.types import UNSET


class Refused(Exception):
    """The service refuses what was asked for; `code` is stable, and the message says how to mend it."""

    def __init__(self, problem: object) -> None:
        super().__init__(problem.detail if isinstance(problem, Problem) else "no answer")
        self.code = problem.code.value if isinstance(problem, Problem) else "none"


def search_all(client: Client, q: str) -> Iterator[Hit]:
    """Every article that matches, page by page."""
    cursor: str | None = None
    while True:
        page = search.sync(client=client, q=q, size=2, cursor=cursor or UNSET)
        if not isinstance(page, SearchResult):
            raise Refused(page)
        yield from page.hits
        if not page.links.next_:
            return
        cursor = parse_qs(urlsplit(page.links.next_).query)["cursor"][0]


def titles(client: Client, q: str) -> list[str]:
    """Titles alone, which is a small answer."""
    fields = [HitField.ID, HitField.TITLE]
    page = search.sync(client=client, q=q, fields=fields, lang=[Language.NB, Language.NN])
    if not isinstance(page, SearchResult):
        raise Refused(page)
    return [hit.title or hit.id for hit in page.hits]


def quotes_of(client: Client, speaker: str) -> list[Quote]:
    """What somebody says, with the article."""
    page = search_quotes.sync(client=client, speaker=speaker)
    if not isinstance(page, FoundQuoteList):
        raise Refused(page)
    return page.items


def passage(client: Client, article_id: str, start: int, end: int) -> str:
    """A part of an article: offsets are UTF-16 code units, as in JavaScript."""
    article = get_article.sync(article_id, client=client)
    if not isinstance(article, Article) or not article.text:
        raise Refused(article)
    return article.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def export_csv(client: Client, q: str) -> str:
    """The whole of a result."""
    table = export_search.sync(client=client, q=q, format_=ExportFormat.CSV)
    if not isinstance(table, str):
        raise Refused(table)
    return table


def write(client: AuthenticatedClient, article_id: str, record: ArticleRecord) -> str:
    """Writes an article, for which the service must have `API_KEYS`."""
    written = put_article.sync(article_id, client=client, body=record)
    if not isinstance(written, WrittenArticle):
        raise Refused(written)
    return written.result.value


def write_many(client: AuthenticatedClient, records: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Writes many articles as a stream, and tells what became of each; the generator knows no lines of JSON."""
    lines = (json.dumps(record).encode() + b"\n" for record in records)
    headers = {"Content-Type": "application/x-ndjson"}
    with client.get_httpx_client().stream("POST", "/v1/articles", content=lines, headers=headers) as answer:
        for line in answer.iter_lines():
            yield json.loads(line)
