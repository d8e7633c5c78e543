// Package example asks the service with a client that is generated from its OpenAPI document.
package example

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"example.org/nyhetssok-example/nyhetssok"
)

// Client asks the service.
type Client = nyhetssok.ClientWithResponses

// Refused is what the service answers with where it refuses: Code is stable, Detail says how to mend it.
type Refused struct{ nyhetssok.Problem }

func (r Refused) Error() string { return fmt.Sprintf("%s: %s", r.Code, r.Detail) }

func refused(problem *nyhetssok.Problem, status string) error {
	if problem == nil {
		return fmt.Errorf("no answer: %s", status)
	}
	return Refused{*problem}
}

// SearchAll finds every article that matches, page by page.
func SearchAll(ctx context.Context, client *Client, q string) ([]nyhetssok.Hit, error) {
	var hits []nyhetssok.Hit
	size := int32(2)
	params := nyhetssok.SearchParams{Q: &q, Size: &size}
	for {
		page, err := client.SearchWithResponse(ctx, &params)
		if err != nil {
			return nil, err
		}
		if page.JSON200 == nil {
			return nil, refused(page.ApplicationproblemJSON400, page.Status())
		}
		hits = append(hits, page.JSON200.Hits...)
		if page.JSON200.Links.Next == nil {
			return hits, nil
		}
		next, err := url.Parse(*page.JSON200.Links.Next)
		if err != nil {
			return nil, err
		}
		cursor := next.Query().Get("cursor")
		params.Cursor = &cursor
	}
}

// QuotesOf finds what somebody says, with the article.
func QuotesOf(ctx context.Context, client *Client, speaker string) ([]nyhetssok.Quote, error) {
	page, err := client.SearchQuotesWithResponse(ctx, &nyhetssok.SearchQuotesParams{Speaker: &speaker})
	if err != nil {
		return nil, err
	}
	if page.JSON200 == nil {
		return nil, refused(page.ApplicationproblemJSON400, page.Status())
	}
	return page.JSON200.Items, nil
}

// ExportCSV is the whole of a result.
func ExportCSV(ctx context.Context, client *Client, q string) (string, error) {
	format := nyhetssok.Csv
	table, err := client.ExportSearchWithResponse(ctx, &nyhetssok.ExportSearchParams{Q: &q, Format: &format})
	if err != nil {
		return "", err
	}
	return string(table.Body), nil
}

// Write writes an article, for which the service must have API_KEYS.
func Write(ctx context.Context, client *Client, key, id, text string) (nyhetssok.WriteResult, error) {
	authorize := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+key)
		return nil
	}
	record := nyhetssok.ArticleRecord{Text: text}
	written, err := client.PutArticleWithResponse(ctx, id, &nyhetssok.PutArticleParams{}, record, authorize)
	if err != nil {
		return "", err
	}
	switch {
	case written.JSON200 != nil:
		return written.JSON200.Result, nil
	case written.JSON201 != nil:
		return written.JSON201.Result, nil
	}
	return "", refused(written.ApplicationproblemJSON400, written.Status())
}

// FirstLine is the line of names of a table.
func FirstLine(table string) string {
	line, _, _ := strings.Cut(table, "\r\n")
	return line
}
