package main

import (
	"encoding/json"
	"regexp"
	"strings"
)

// fits says whether a resource, or one element of an attribute, is meant.
type fits func(object) bool

// compared is how an attribute is compared.
type compared struct {
	attribute *attribute
	values    func(object) []any
	elements  func(object) []any
	exact     bool
}

// filter compiles a filter (RFC 7644 section 3.4.2.2).
type filter struct {
	text    string
	tokens  []string
	at      int
	resolve func(string) compared
}

var (
	token    = regexp.MustCompile(`^\s*(\(|\)|\[|\]|"(?:[^"\\]|\\.)*"|[^\s()\[\]"]+)`)
	pathName = regexp.MustCompile(`^[\w:.$-]+$`)
)

func nothing(object) []any { return nil }

func filterOfKind(text string, k *kind, faults faultSet) fits {
	return compile(text, func(name string) compared {
		p := parsePath(name, k)
		if p == nil || p.attribute == nil {
			return compared{nil, nothing, nothing, false}
		}
		isExact := p.attribute.CaseExact
		if p.sub != nil {
			isExact = p.sub.CaseExact
		}
		isExact = isExact || (faults["case-sensitive-user-name"] && p.attribute.Name == "userName")
		return compared{p.attribute, p.values, p.elements, isExact}
	})
}

func filterOfElement(text string, a *attribute) fits {
	return compile(text, func(name string) compared {
		sub := named(a.Subs, name)
		if sub == nil {
			return compared{nil, nothing, nothing, false}
		}
		values := func(element object) []any {
			if value, has := element[sub.Name]; has {
				return []any{value}
			}
			return nil
		}
		return compared{nil, values, nothing, sub.CaseExact}
	})
}

func compile(text string, resolve func(string) compared) fits {
	f := &filter{text: text, resolve: resolve}
	for rest := text; strings.TrimSpace(rest) != ""; {
		match := token.FindStringSubmatch(rest)
		if match == nil {
			f.refuse()
		}
		f.tokens = append(f.tokens, match[1])
		rest = rest[len(match[0]):]
	}
	found := f.either()
	if f.at < len(f.tokens) {
		f.refuse()
	}
	return found
}

func (f *filter) refuse() { fail(invalid("invalidFilter", "The filter %q is not understood.", f.text)) }

func (f *filter) peek() string {
	if f.at < len(f.tokens) {
		return f.tokens[f.at]
	}
	return ""
}

func (f *filter) take() string {
	taken := f.peek()
	if taken == "" {
		f.refuse()
	}
	f.at++
	return taken
}

func (f *filter) took(word string) bool {
	if !strings.EqualFold(f.peek(), word) {
		return false
	}
	f.at++
	return true
}

func (f *filter) either() fits {
	parts := []fits{f.both()}
	for f.took("or") {
		parts = append(parts, f.both())
	}
	return func(resource object) bool {
		for _, part := range parts {
			if part(resource) {
				return true
			}
		}
		return false
	}
}

func (f *filter) both() fits {
	parts := []fits{f.term()}
	for f.took("and") {
		parts = append(parts, f.term())
	}
	return func(resource object) bool {
		for _, part := range parts {
			if !part(resource) {
				return false
			}
		}
		return true
	}
}

func (f *filter) term() fits {
	if f.took("not") {
		inner := f.term()
		return func(resource object) bool { return !inner(resource) }
	}
	if !f.took("(") {
		return f.comparison()
	}
	inner := f.either()
	if !f.took(")") {
		f.refuse()
	}
	return inner
}

func (f *filter) comparison() fits {
	name := f.take()
	if !pathName.MatchString(name) {
		f.refuse()
	}
	side := f.resolve(name)
	if f.peek() == "[" {
		return f.valuePath(side)
	}
	operator := strings.ToLower(f.take())
	if operator == "pr" {
		return func(resource object) bool { return some(side.values(resource), func(v any) bool { return v != "" }) }
	}
	test, known := operators[operator]
	if !known {
		f.refuse()
	}
	wanted := f.literal(f.take())
	if wanted == nil {
		return func(resource object) bool { return (len(side.values(resource)) == 0) == (operator == "eq") }
	}
	fold := strings.ToLower
	if side.exact {
		fold = func(text string) string { return text }
	}
	right := fold(textOf(wanted))
	finds := func(resource object) bool {
		return some(side.values(resource), func(v any) bool { return test(fold(textOf(v)), right) })
	}
	if operator == "ne" {
		return func(resource object) bool { return !finds(resource) }
	}
	return finds
}

var operators = map[string]func(a, b string) bool{
	"eq": func(a, b string) bool { return a == b }, "ne": func(a, b string) bool { return a == b },
	"co": strings.Contains, "sw": strings.HasPrefix, "ew": strings.HasSuffix,
	"gt": func(a, b string) bool { return a > b }, "ge": func(a, b string) bool { return a >= b },
	"lt": func(a, b string) bool { return a < b }, "le": func(a, b string) bool { return a <= b },
}

func some(values []any, test func(any) bool) bool {
	for _, value := range values {
		if test(value) {
			return true
		}
	}
	return false
}

func (f *filter) valuePath(side compared) fits {
	start := f.at + 1
	for depth := 0; ; {
		switch f.take() {
		case "[":
			depth++
		case "]":
			depth--
		}
		if depth == 0 {
			break
		}
	}
	inside := strings.Join(f.tokens[start:f.at-1], " ")
	// Entra asks for emails[type eq "work"].value eq "…": the comparison is about the same element.
	behind := ""
	if strings.HasPrefix(f.peek(), ".") {
		behind = " and " + f.take()[1:] + " " + f.take()
		if !strings.HasSuffix(strings.ToLower(behind), " pr") {
			behind += " " + f.take()
		}
	}
	if side.attribute == nil {
		return func(object) bool { return false }
	}
	isMeant := filterOfElement("("+inside+")"+behind, side.attribute)
	return func(resource object) bool {
		return some(side.elements(resource), func(element any) bool {
			fields, isObject := element.(object)
			return isObject && isMeant(fields)
		})
	}
}

func (f *filter) literal(token string) any {
	if strings.ContainsAny(token, "()[]") && !strings.HasPrefix(token, `"`) {
		f.refuse()
	}
	written := token
	if !strings.HasPrefix(token, `"`) {
		written = strings.ToLower(token)
	}
	value, err := decode([]byte(written))
	if err == nil {
		return value
	}
	if strings.HasPrefix(token, `"`) {
		f.refuse()
	}
	return token
}

// textOf is a value as filters compare it, and as a text attribute keeps it.
func textOf(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	}
	written, _ := json.Marshal(value)
	return string(written)
}
