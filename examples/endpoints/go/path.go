package main

import (
	"regexp"
	"strings"
)

// path is `emails[type eq "work"].value` or `urn:…:User:department`; without an attribute it is the whole extension.
type path struct {
	isExtension bool
	attribute   *attribute
	hasFilter   bool
	filter      string
	sub         *attribute
}

var pathText = regexp.MustCompile(`(?s)^([\w$-]+)(\[(.*)\])?(?:\.([\w$-]+))?$`)

// parsePath returns nil when no schema knows the path.
func parsePath(text string, k *kind) *path {
	if strings.EqualFold(text, enterpriseURN) {
		return &path{isExtension: true}
	}
	if rest, found := cutPrefixFold(text, enterpriseURN+":"); found {
		return pathInside(rest, k.extension, true)
	}
	if rest, found := cutPrefixFold(text, k.urn+":"); found {
		return pathInside(rest, k.core, false)
	}
	if inside := pathInside(text, k.core, false); inside != nil {
		return inside
	}
	// Older Entra jobs write `manager` without its URN.
	return pathInside(text, k.extension, true)
}

func cutPrefixFold(text, prefix string) (string, bool) {
	if len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) {
		return "", false
	}
	return text[len(prefix):], true
}

func pathInside(text string, attributes []*attribute, isExtension bool) *path {
	match := pathText.FindStringSubmatch(text)
	if match == nil {
		return nil
	}
	found := named(attributes, match[1])
	if found == nil {
		return nil
	}
	p := &path{isExtension: isExtension, attribute: found, hasFilter: match[2] != "", filter: match[3]}
	if match[4] != "" {
		if p.sub = named(found.Subs, match[4]); p.sub == nil {
			return nil
		}
	}
	return p
}

// container is what holds the attribute in the resource.
func (p *path) container(resource object) object {
	if !p.isExtension {
		return resource
	}
	inner, _ := resource[enterpriseURN].(object)
	return inner
}

func (p *path) elements(resource object) []any {
	container := p.container(resource)
	if p.attribute == nil {
		return []any{container}
	}
	switch value := container[p.attribute.Name].(type) {
	case nil:
		return nil
	case []any:
		return value
	default:
		return []any{value}
	}
}

// values are those that a comparison looks at: `value` of a complex attribute that is named without a part.
func (p *path) values(resource object) (found []any) {
	part := "value"
	if p.sub != nil {
		part = p.sub.Name
	}
	for _, element := range p.elements(resource) {
		fields, isObject := element.(object)
		value, has := fields[part]
		switch {
		case has:
			found = append(found, value)
		case p.sub == nil && (!isObject || len(fields) > 0):
			found = append(found, element)
		}
	}
	return found
}
