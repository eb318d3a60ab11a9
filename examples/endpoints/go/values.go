package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// decode reads one JSON value; numbers stay as they were written.
func decode(data []byte) (value any, err error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err = decoder.Decode(&value); err != nil {
		return nil, err
	}
	if _, err = decoder.Token(); err != io.EOF {
		return nil, errors.New("something stands behind the value")
	}
	return value, nil
}

// readResource is the body of a POST or PUT, with only what it assigns.
func readResource(body any, k *kind) object {
	given, isObject := body.(object)
	if !isObject {
		fail(invalid("invalidSyntax", "A resource is a JSON object."))
	}
	resource := readAttributes(given, k.core)
	for name, value := range given {
		inside, isObject := value.(object)
		if !isObject || !strings.EqualFold(name, enterpriseURN) {
			continue
		}
		if enterprise := readAttributes(inside, k.extension); len(enterprise) > 0 {
			resource[enterpriseURN] = enterprise
		}
	}
	return resource
}

func readAttributes(body object, attributes []*attribute) object {
	read := object{}
	for name, given := range body {
		found := named(attributes, name)
		if found == nil || found.Mutability == "readOnly" {
			continue
		}
		if value := readValue(found, given); value != nil {
			read[found.Name] = value
		}
	}
	return read
}

// readValue returns nil for what is unassigned (RFC 7643 section 2.5).
func readValue(a *attribute, given any) any {
	if given == nil {
		return nil
	}
	if !a.MultiValued {
		return readSingle(a, given)
	}
	if elements := readElements(a, given); len(elements) > 0 {
		return elements
	}
	return nil
}

func readElements(a *attribute, given any) []any {
	if given == nil {
		return nil
	}
	many, isList := given.([]any)
	if !isList {
		many = []any{given}
	}
	var elements []any
	for _, one := range many {
		if element := readSingle(a, one); element != nil {
			elements = append(elements, element)
		}
	}
	return onePrimary(distinct(elements))
}

func readSingle(a *attribute, given any) any {
	if list, isList := given.([]any); isList && len(list) == 1 {
		given = list[0]
	}
	switch {
	case given == nil:
		return nil
	case a.Type == "boolean":
		return readBoolean(a, given)
	case a.Type == "complex":
		return readComplex(a, given)
	}
	switch given.(type) {
	case object, []any:
		fail(invalid("invalidValue", "%s is a text.", a.Name))
	}
	return textOf(given)
}

func readBoolean(a *attribute, given any) any {
	if value, isBoolean := given.(bool); isBoolean {
		return value
	}
	// Entra writes "True" and "False".
	written := strings.ToLower(textOf(given))
	if written != "true" && written != "false" {
		fail(invalid("invalidValue", "%s is true or false.", a.Name))
	}
	return written == "true"
}

func readComplex(a *attribute, given any) any {
	if bare, isText := given.(string); isText && named(a.Subs, "value") != nil {
		// A manager as a bare id, and "" to remove it.
		if bare == "" {
			return nil
		}
		return object{"value": bare}
	}
	fields, isObject := given.(object)
	if !isObject {
		fail(invalid("invalidValue", "%s is an object.", a.Name))
	}
	read := readAttributes(fields, a.Subs)
	if len(read) == 0 || (a.Name == "manager" && textAt(read, "value") == "") {
		return nil
	}
	return read
}

func textAt(fields object, name string) string {
	value, _ := fields[name].(string)
	return value
}

// keyOf is equal for elements that are the same one.
func keyOf(element any) string {
	fields, isObject := element.(object)
	if value, has := fields["value"]; isObject && has {
		element = []any{value, fields["type"]}
	}
	key, _ := json.Marshal(element)
	return string(key)
}

func valueKey(element any) string {
	if fields, isObject := element.(object); isObject {
		if value, has := fields["value"]; has {
			return textOf(value)
		}
	}
	return keyOf(element)
}

// distinct keeps the first of those that are the same.
func distinct(elements []any) []any {
	seen := map[string]bool{}
	return keep(elements, func(element any) bool {
		key := keyOf(element)
		isNew := !seen[key]
		seen[key] = true
		return isNew
	})
}

func keep(elements []any, test func(any) bool) (kept []any) {
	for _, element := range elements {
		if test(element) {
			kept = append(kept, element)
		}
	}
	return kept
}

// onePrimary: at most one element is primary (RFC 7643 section 2.4), the last one that says so.
func onePrimary(elements []any) []any {
	isTaken := false
	for index := len(elements) - 1; index >= 0; index-- {
		fields, _ := elements[index].(object)
		if fields["primary"] != true {
			continue
		}
		if isTaken {
			elements[index] = with(fields, "primary", false)
		}
		isTaken = true
	}
	return elements
}

// with is a copy that has the value under this name, or nothing there for nil.
func with(fields object, name string, value any) object {
	changed := object{}
	for key, inner := range fields {
		changed[key] = inner
	}
	if value == nil {
		delete(changed, name)
	} else {
		changed[name] = value
	}
	return changed
}

func merged(fields, update object) object {
	for name, value := range update {
		fields = with(fields, name, value)
	}
	return fields
}

func copied(value any) any {
	switch value := value.(type) {
	case object:
		all := object{}
		for name, inner := range value {
			all[name] = copied(inner)
		}
		return all
	case []any:
		all := make([]any, len(value))
		for index, inner := range value {
			all[index] = copied(inner)
		}
		return all
	}
	return value
}
