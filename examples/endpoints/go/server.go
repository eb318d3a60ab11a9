package main

import (
	"crypto/subtle"
	"encoding/json"
	"io"
	"log"
	"mime"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

const (
	basePath = "/scim/v2"
	maxBody  = 2_000_000
)

type server struct {
	directory *directory
	token     string
	mutex     sync.Mutex
}

// call is one request, read.
type call struct {
	method, base string
	body         any
	query        url.Values
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		switch problem := recover().(type) {
		case nil:
		case *scimError:
			respondWithError(w, problem)
		default:
			// A bug of ours is an answer too, and nobody else's business.
			log.Printf("%s %s: %v", r.Method, r.URL.Path, problem)
			respondWithError(w, failure(500, "Something went wrong."))
		}
	}()
	// Read in any case, so that the connection can go on.
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	expected := "Bearer " + s.token
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(expected)) != 1 {
		w.Header().Set("WWW-Authenticate", "Bearer")
		fail(failure(401, "The token is missing or wrong."))
	}
	if err != nil {
		fail(failure(413, "The body is too large."))
	}
	c := call{r.Method, "http://" + r.Host + basePath, readBody(raw, r.Header.Get("Content-Type")), r.URL.Query()}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	status, answer := s.answer(c, r.URL.EscapedPath())
	respond(w, status, answer)
}

func readBody(raw []byte, contentType string) any {
	if len(raw) == 0 {
		return nil
	}
	media, _, _ := mime.ParseMediaType(contentType)
	if media != "application/json" && media != "application/scim+json" {
		fail(failure(415, "%s is not taken.", contentType))
	}
	value, err := decode(raw)
	if err != nil {
		fail(invalid("invalidSyntax", "The body is not JSON."))
	}
	return value
}

func respond(w http.ResponseWriter, status int, answer object) {
	if answer == nil {
		w.WriteHeader(status)
		return
	}
	w.Header().Set("Content-Type", "application/scim+json")
	if meta, _ := answer["meta"].(object); status == http.StatusCreated {
		w.Header().Set("Location", textAt(meta, "location"))
	}
	w.WriteHeader(status)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(answer); err != nil {
		log.Print(err)
	}
}

func respondWithError(w http.ResponseWriter, e *scimError) {
	answer := object{"schemas": []any{errorURN}, "status": strconv.Itoa(e.status), "detail": e.detail}
	if e.scimType != "" {
		answer["scimType"] = e.scimType
	}
	respond(w, e.status, answer)
}

var slashes = regexp.MustCompile(`/{2,}`)

func (s *server) answer(c call, escaped string) (int, object) {
	name := strings.TrimRight(slashes.ReplaceAllString(escaped, "/"), "/")
	if !strings.HasPrefix(name, basePath+"/") {
		fail(failure(404, "There is nothing here."))
	}
	parts := strings.Split(name[len(basePath)+1:], "/")
	for index, part := range parts {
		unescaped, err := url.PathUnescape(part)
		if err != nil {
			fail(failure(404, "There is nothing here."))
		}
		parts[index] = unescaped
	}
	for _, k := range kinds {
		if parts[0] == k.path[1:] && len(parts) == 1 {
			return s.collection(c, k)
		}
		if parts[0] == k.path[1:] && len(parts) == 2 {
			return s.resource(c, k, parts[1])
		}
	}
	return discover(c, parts)
}

func discover(c call, parts []string) (int, object) {
	all := map[string][]any{"ResourceTypes": resourceTypes(c.base), "Schemas": schemas(c.base)}
	found, isList := all[parts[0]]
	isConfiguration := parts[0] == "ServiceProviderConfig"
	if c.method != http.MethodGet || (!isList && !isConfiguration) || len(parts) > 2 {
		fail(failure(404, "There is nothing here."))
	}
	if c.query.Has("filter") {
		fail(failure(403, "There are no filters here."))
	}
	if isConfiguration && len(parts) == 1 {
		return 200, configuration(c.base)
	}
	if len(parts) == 1 {
		return 200, listOf(found, len(found), 1)
	}
	for _, one := range found {
		if fields := one.(object); strings.EqualFold(textAt(fields, "id"), parts[1]) {
			return 200, fields
		}
	}
	fail(failure(404, "There is no %s.", parts[1]))
	return 0, nil
}

func (s *server) collection(c call, k *kind) (int, object) {
	switch c.method {
	case http.MethodGet:
		return 200, s.page(c, k)
	case http.MethodPost:
		return 201, s.shown(c, k, s.directory.write(k, readResource(s.understood(c.body), k), nil))
	}
	fail(failure(405, "%s is not supported here.", c.method))
	return 0, nil
}

func (s *server) resource(c call, k *kind, id string) (int, object) {
	found := s.directory.find(k, id)
	switch c.method {
	case http.MethodGet:
		return 200, s.shown(c, k, found)
	case http.MethodPut:
		data := readResource(s.understood(c.body), k)
		if s.directory.faults["put-merges"] {
			data = merged(found.data, data)
		}
		return 200, s.shown(c, k, s.directory.write(k, data, found))
	case http.MethodPatch:
		data := applyPatch(found.data, s.understood(c.body), k, s.directory.faults)
		after := s.directory.write(k, data, found)
		if k == groupKind && !c.query.Has("attributes") {
			return 204, nil
		}
		return 200, s.shown(c, k, after)
	case http.MethodDelete:
		s.directory.remove(k, found)
		return 204, nil
	}
	fail(failure(405, "%s is not supported here.", c.method))
	return 0, nil
}

func (s *server) shown(c call, k *kind, r *record) object {
	return project(s.directory.rendered(k, r, c.base), k, c.query)
}

// understood, with the fault: every text about active is true, as all text that is not empty is.
func (s *server) understood(value any) any {
	if !s.directory.faults["string-false-is-true"] {
		return value
	}
	switch value := value.(type) {
	case string:
		if strings.EqualFold(value, "false") {
			return "True"
		}
	case object:
		for name, inner := range value {
			value[name] = s.understood(inner)
		}
	case []any:
		for index, inner := range value {
			value[index] = s.understood(inner)
		}
	}
	return value
}

func (s *server) page(c call, k *kind) object {
	isMeant := fits(func(object) bool { return true })
	if c.query.Has("filter") {
		isMeant = filterOfKind(c.query.Get("filter"), k, s.directory.faults)
	}
	var found []object
	for _, r := range s.directory.records[k] {
		if resource := s.directory.rendered(k, r, c.base); isMeant(resource) {
			found = append(found, resource)
		}
	}
	start, count := wholeNumber(c.query, "startIndex", 1), wholeNumber(c.query, "count", maxPage)
	if start < 1 || s.directory.faults["first-page-only"] {
		start = 1
	}
	if count > maxPage {
		count = maxPage
	}
	var page []any
	for index := start - 1; index < len(found) && len(page) < count; index++ {
		page = append(page, project(found[index], k, c.query))
	}
	return listOf(page, len(found), start)
}

func wholeNumber(query url.Values, name string, usual int) int {
	if !query.Has(name) {
		return usual
	}
	value, err := strconv.Atoi(query.Get(name))
	if err != nil {
		fail(invalid("invalidValue", "%s is a whole number.", name))
	}
	return value
}
