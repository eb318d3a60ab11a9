package main

import (
	"net/url"
	"strings"
)

// project carries out `attributes` and `excludedAttributes` (RFC 7644 section 3.9).
func project(resource object, k *kind, query url.Values) object {
	if query.Has("attributes") {
		return only(resource, pathsIn(query.Get("attributes"), k))
	}
	for _, p := range pathsIn(query.Get("excludedAttributes"), k) {
		switch {
		case p.attribute == nil:
			delete(resource, enterpriseURN)
		case p.sub != nil:
			for _, element := range p.elements(resource) {
				if fields, isObject := element.(object); isObject {
					delete(fields, p.sub.Name)
				}
			}
		case p.attribute.Returned != "always":
			delete(p.container(resource), p.attribute.Name)
		}
	}
	return resource
}

func pathsIn(text string, k *kind) (paths []*path) {
	for _, name := range strings.Split(text, ",") {
		if p := parsePath(strings.TrimSpace(name), k); p != nil {
			paths = append(paths, p)
		}
	}
	return paths
}

func only(resource object, paths []*path) object {
	kept := object{"schemas": resource["schemas"], "id": resource["id"]}
	for _, p := range paths {
		source := p.container(resource)
		if p.attribute == nil {
			if len(source) > 0 {
				kept[enterpriseURN] = source
			}
			continue
		}
		value, has := source[p.attribute.Name]
		if !has {
			continue
		}
		if _, there := kept[enterpriseURN]; p.isExtension && !there {
			kept[enterpriseURN] = object{}
		}
		target := p.container(kept)
		if p.sub != nil {
			value = withOnly(value, p.sub.Name, target[p.attribute.Name])
		}
		target[p.attribute.Name] = value
	}
	return kept
}

// withOnly adds one part to what was kept before.
func withOnly(value any, name string, before any) any {
	if elements, isList := value.([]any); isList {
		kept, _ := before.([]any)
		all := make([]any, len(elements))
		for index, element := range elements {
			var there any
			if index < len(kept) {
				there = kept[index]
			}
			all[index] = withOnly(element, name, there)
		}
		return all
	}
	fields, _ := value.(object)
	there, _ := before.(object)
	return with(there, name, fields[name])
}
