// What Entra ID or JumpCloud sends, against your endpoint: go test.
package scim

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"regexp"
	"testing"
)

type object = map[string]any

type corpus struct {
	Acts []struct {
		ID, Says string
		Requests []struct {
			Name, Method, Path string
			Headers            map[string]string
			Body               json.RawMessage
			Captures           map[string]string
			Answer             struct {
				Status []int
				Has    object
			}
		}
		Directory []struct {
			Path, Is string
			Has      object
			Lacks    map[string][]any
		}
	}
}

func setting(name, usual string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return usual
}

// contains: null stands for no value; of a list, some element contains each.
func contains(whole, part any) bool {
	switch part := part.(type) {
	case nil:
		return whole == nil
	case []any:
		list, ok := whole.([]any)
		for _, wanted := range part {
			found := false
			for _, one := range list {
				found = found || contains(one, wanted)
			}
			ok = ok && found
		}
		return ok
	case object:
		value, ok := whole.(object)
		for key, wanted := range part {
			ok = ok && contains(value[key], wanted)
		}
		return ok
	}
	return whole == part
}

type endpoint struct {
	*testing.T
	values map[string]string
}

var placeholder = regexp.MustCompile(`\{\{(\w+)\}\}`)

func (e endpoint) fill(text string) string {
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		if value, ok := e.values[found[2:len(found)-2]]; ok {
			return value
		}
		return found
	})
}

func (e endpoint) filled(value any) (result any) {
	text, _ := json.Marshal(value)
	_ = json.Unmarshal([]byte(e.fill(string(text))), &result)
	return result
}

func (e endpoint) ask(method, path string, headers map[string]string, body []byte) (int, any) {
	url := setting("SCIM_URL", "http://localhost:3000/scim/v2") + e.fill(path)
	request, err := http.NewRequest(method, url, bytes.NewReader([]byte(e.fill(string(body)))))
	if err != nil {
		e.Fatal(err)
	}
	for name, value := range headers {
		request.Header.Set(name, e.fill(value))
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		e.Fatal(err)
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	var value any
	_ = json.Unmarshal(text, &value)
	return response.StatusCode, value
}

func TestLifeOfACompany(t *testing.T) {
	file, err := os.ReadFile(setting("SCIM_REQUESTS", "entra.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all corpus
	if err := json.Unmarshal(file, &all); err != nil {
		t.Fatal(err)
	}
	values := map[string]string{
		"token": setting("SCIM_TOKEN", "secret"), "newUuid": "6f0c2f6e-3c1b-4a77-9a55-0c7f6d1f7b10", "newDate": "2026-01-05T08:00:00Z",
	}
	for _, act := range all.Acts {
		t.Run(act.ID, func(t *testing.T) {
			e := endpoint{t, values}
			for _, request := range act.Requests {
				status, body := e.ask(request.Method, request.Path, request.Headers, request.Body)
				right := false
				for _, one := range request.Answer.Status {
					right = right || one == status
				}
				if !right {
					t.Fatalf("%s: %d instead of %v", request.Name, status, request.Answer.Status)
				}
				for name, path := range request.Captures {
					found, _ := body.(object)
					if path != "$.id" {
						found = found["Resources"].([]any)[0].(object)
					}
					values[name], _ = found["id"].(string)
				}
				if request.Answer.Has != nil && !contains(body, e.filled(request.Answer.Has)) {
					t.Errorf("%s: %v", request.Name, body)
				}
			}
			for _, resource := range act.Directory {
				headers := map[string]string{"Authorization": "Bearer {{token}}", "Accept": "application/scim+json"}
				status, body := e.ask("GET", resource.Path, headers, nil)
				if resource.Is == "gone" {
					if status != 404 {
						t.Errorf("%s is still there", resource.Path)
					}
					continue
				}
				if !contains(body, e.filled(resource.Has)) {
					t.Errorf("%s: %v", resource.Path, body)
				}
				for name, strangers := range resource.Lacks {
					for _, stranger := range strangers {
						if contains(body, object{name: []any{e.filled(stranger)}}) {
							t.Errorf("%s: %v", resource.Path, body)
						}
					}
				}
			}
		})
	}
}
