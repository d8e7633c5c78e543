"""Runs the example against the service at NYHETSSOK_URL, which serves the articles that come along."""

import os
import unittest

from example import Refused, export_csv, passage, quotes_of, search_all, titles, write, write_many
from nyhetssok_client import AuthenticatedClient, Client
from nyhetssok_client.models import ArticleRecord

URL = os.environ.get("NYHETSSOK_URL", "http://127.0.0.1:3000")
client = Client(base_url=URL)
writer = AuthenticatedClient(base_url=URL, token=os.environ.get("NYHETSSOK_KEY", ""))
Q = "digitaliseringsstrategi"


class Example(unittest.TestCase):
    def test_every_article_that_matches(self) -> None:
        hits = list(search_all(client, Q))
        self.assertEqual(len(hits), 3)
        [snippet, *_] = hits[0].snippets or []
        self.assertIn("<mark>Digitaliseringsstrategien</mark>", snippet.html)
        self.assertEqual(passage(client, hits[0].id, snippet.start, snippet.end), snippet.text)

    def test_titles_alone(self) -> None:
        self.assertEqual(len(titles(client, Q)), 3)

    def test_who_says_what(self) -> None:
        quote = quotes_of(client, "person:paul-chaffey")[0]
        self.assertTrue(quote.speaker and quote.speaker.name == "Paul Chaffey")

    def test_a_table(self) -> None:
        self.assertTrue(export_csv(client, Q).startswith("id,title,"))

    def test_a_problem_has_a_code(self) -> None:
        with self.assertRaises(Refused) as refused:
            quotes_of(client, "nobody")
        self.assertEqual(refused.exception.code, "invalid-parameter")

    def test_articles_are_written(self) -> None:
        record = ArticleRecord(text="Kommunen åpner veien til våren.", tags=["vei"])
        self.assertIn(write(writer, "ny-vei-py", record), ["created", "replaced"])
        [line] = write_many(writer, [{"id": "ny-bro", "text": "Broen er stengt."}])
        self.assertIn(line["result"], ["created", "replaced"])


if __name__ == "__main__":
    unittest.main()
