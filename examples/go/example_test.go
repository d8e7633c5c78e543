// Runs the example against the service at NYHETSSOK_URL, which serves the articles that come along.
package example

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"example.org/nyhetssok-example/nyhetssok"
)

const q = "digitaliseringsstrategi"

func newClient(t *testing.T) *Client {
	t.Helper()
	client, err := nyhetssok.NewClientWithResponses(os.Getenv("NYHETSSOK_URL"))
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestEveryArticleThatMatches(t *testing.T) {
	hits, err := SearchAll(context.Background(), newClient(t), q)
	if err != nil || len(hits) != 3 {
		t.Fatal(len(hits), err)
	}
	if html := (*hits[0].Snippets)[0].Html; !strings.Contains(html, "<mark>Digitaliseringsstrategien</mark>") {
		t.Fatal(html)
	}
}

func TestWhoSaysWhat(t *testing.T) {
	quotes, err := QuotesOf(context.Background(), newClient(t), "person:paul-chaffey")
	if err != nil || len(quotes) == 0 || *quotes[0].Speaker.Name != "Paul Chaffey" {
		t.Fatal(quotes, err)
	}
}

func TestTable(t *testing.T) {
	table, err := ExportCSV(context.Background(), newClient(t), q)
	if err != nil || !strings.HasPrefix(FirstLine(table), "id,title,") {
		t.Fatal(table, err)
	}
}

func TestProblemHasCode(t *testing.T) {
	_, err := QuotesOf(context.Background(), newClient(t), "nobody")
	var problem Refused
	if !errors.As(err, &problem) || problem.Code != "invalid-parameter" {
		t.Fatal(err)
	}
}

func TestArticleIsWritten(t *testing.T) {
	written, err := Write(context.Background(), newClient(t), os.Getenv("NYHETSSOK_KEY"), "ny-vei-go", "Veien er åpen.")
	if err != nil || (written != "created" && written != "replaced") {
		t.Fatal(written, err)
	}
}
