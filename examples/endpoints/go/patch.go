package main

import (
	"regexp"
	"strings"
)

// applyPatch is the resource after all operations; the one given stays as it is, so that a failing PATCH changes nothing.
func applyPatch(resource object, body any, k *kind, faults faultSet) object {
	given, _ := body.(object)
	operations, _ := memberOf(given, "operations").([]any)
	if len(operations) == 0 {
		fail(invalid("invalidSyntax", "A PATCH has Operations, an array."))
	}
	p := &patch{draft: copied(resource).(object), kind: k, faults: faults}
	for _, one := range operations {
		operation, isObject := one.(object)
		if !isObject {
			fail(invalid("invalidSyntax", "An operation is an object."))
		}
		p.apply(operation)
	}
	if enterprise, has := p.draft[enterpriseURN].(object); has && len(enterprise) == 0 {
		delete(p.draft, enterpriseURN)
	}
	return p.draft
}

type patch struct {
	draft  object
	kind   *kind
	faults faultSet
}

// memberOf finds a member whatever its case, as Entra writes `Operations` and some write `operations`.
func memberOf(fields object, name string) any {
	for key, value := range fields {
		if strings.EqualFold(key, name) {
			return value
		}
	}
	return nil
}

func (p *patch) apply(operation object) {
	written, _ := memberOf(operation, "op").(string)
	op := strings.ToLower(written)
	if op != "add" && op != "replace" && op != "remove" {
		fail(invalid("invalidSyntax", "There is no operation %q.", written))
	}
	value := memberOf(operation, "value")
	name := memberOf(operation, "path")
	if name == nil || name == "" {
		p.changeMany(op, value, "")
		return
	}
	target := parsePath(textOf(name), p.kind)
	switch {
	case target == nil:
		fail(invalid("invalidPath", "No schema knows the path %q.", textOf(name)))
	case target.attribute == nil && op == "remove":
		delete(p.draft, enterpriseURN)
	case target.attribute == nil:
		p.changeMany(op, value, enterpriseURN+":")
	case target.attribute.Mutability == "readOnly":
		fail(invalid("mutability", "%s cannot be written.", target.attribute.Name))
	default:
		p.changeOne(op, target, value)
	}
}

// changeMany is an object without a path: each of its keys is one. Read-only and unknown ones are ignored, as in a PUT.
func (p *patch) changeMany(op string, value any, prefix string) {
	if op == "remove" {
		fail(invalid("noTarget", "A remove needs a path."))
	}
	fields, isObject := value.(object)
	if !isObject {
		fail(invalid("invalidSyntax", "An operation without a path needs an object."))
	}
	if p.faults["patch-without-path-ignored"] {
		return
	}
	for key, inner := range fields {
		target := parsePath(prefix+key, p.kind)
		switch {
		case target == nil:
		case target.attribute == nil && inner != nil:
			p.changeMany(op, inner, enterpriseURN+":")
		case target.attribute != nil && target.attribute.Mutability != "readOnly":
			p.changeOne(op, target, inner)
		}
	}
}

func (p *patch) changeOne(op string, target *path, value any) {
	if _, has := p.draft[enterpriseURN]; target.isExtension && !has {
		p.draft[enterpriseURN] = object{}
	}
	container := target.container(p.draft)
	name := target.attribute.Name
	if target.attribute.MultiValued {
		before, _ := container[name].([]any)
		if after := p.changeElements(before, op, target, value); len(after) > 0 {
			container[name] = after
		} else {
			delete(container, name)
		}
		return
	}
	if after := changeSingle(container[name], op, target, value); after != nil {
		container[name] = after
	} else {
		delete(container, name)
	}
}

func changeSingle(before any, op string, target *path, value any) any {
	if op == "remove" {
		value = nil
	}
	fields, _ := before.(object)
	if target.sub != nil {
		after := with(fields, target.sub.Name, readValue(target.sub, value))
		if len(after) == 0 || (target.attribute.Name == "manager" && textAt(after, "value") == "") {
			return nil
		}
		return after
	}
	read := readSingle(target.attribute, value)
	if update, isObject := read.(object); isObject && target.attribute.Name == "name" {
		return merged(fields, update)
	}
	return read
}

func (p *patch) changeElements(before []any, op string, target *path, value any) []any {
	if target.hasFilter {
		return changeFitting(before, op, target, value)
	}
	if target.sub != nil {
		return changePart(before, op, target, value)
	}
	given := readElements(target.attribute, value)
	isMember := target.attribute.Name == "members"
	switch {
	case op == "replace":
		return given
	case op == "add" && isMember && p.faults["member-add-replaces"]:
		return given
	case op == "add":
		there := map[string]bool{}
		for _, element := range before {
			there[valueKey(element)] = isMember
		}
		added := keep(given, func(element any) bool { return !there[valueKey(element)] })
		return onePrimary(distinct(append(append([]any{}, before...), added...)))
	case len(given) == 0 || (isMember && p.faults["member-remove-empties-group"]):
		return nil
	}
	gone := map[string]bool{}
	for _, element := range given {
		gone[valueKey(element)] = true
	}
	return keep(before, func(element any) bool { return !gone[valueKey(element)] })
}

// changePart is a path such as `emails.value`: it is about each element.
func changePart(before []any, op string, target *path, value any) []any {
	if op == "remove" {
		value = nil
	}
	inner := readValue(target.sub, value)
	if len(before) == 0 && inner != nil {
		before = []any{object{}}
	}
	after := make([]any, len(before))
	for index, element := range before {
		after[index] = with(element.(object), target.sub.Name, inner)
	}
	return settled(after)
}

func changeFitting(before []any, op string, target *path, value any) []any {
	isMeant := filterOfElement(target.filter, target.attribute)
	test := func(element any) bool { return isMeant(element.(object)) }
	if op == "remove" && target.sub == nil {
		return keep(before, func(element any) bool { return !test(element) })
	}
	update := updateOf(op, target, value)
	if !some(before, test) && op != "remove" {
		described := describedBy(target.filter, target.attribute)
		if described == nil {
			fail(invalid("noTarget", "%s[%s] fits no element.", target.attribute.Name, target.filter))
		}
		return settled(append(append([]any{}, before...), merged(described, update)))
	}
	after := make([]any, len(before))
	for index, element := range before {
		fields := element.(object)
		switch {
		case test(element):
			fields = merged(fields, update)
		case update["primary"] == true && fields["primary"] == true:
			fields = with(fields, "primary", false)
		}
		after[index] = fields
	}
	return settled(after)
}

// updateOf is what each element that is meant gets; nil takes a part away.
func updateOf(op string, target *path, value any) object {
	if op == "remove" {
		return object{target.sub.Name: nil}
	}
	if target.sub != nil {
		return object{target.sub.Name: readValue(target.sub, value)}
	}
	read, _ := readSingle(target.attribute, value).(object)
	return read
}

// settled leaves out elements that have lost all but their label.
func settled(elements []any) []any {
	return onePrimary(keep(elements, func(element any) bool {
		for name := range element.(object) {
			if name != "type" && name != "primary" && name != "display" {
				return true
			}
		}
		return false
	}))
}

var (
	conjunction = regexp.MustCompile(`(?i)\s+and\s+`)
	equation    = regexp.MustCompile(`(?i)^\(?\s*([\w$]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*\)?$`)
)

// describedBy is what an element must be to fit `type eq "work"`; nil when the filter does not say.
func describedBy(filter string, a *attribute) object {
	described := object{}
	for _, part := range conjunction.Split(filter, -1) {
		match := equation.FindStringSubmatch(strings.TrimSpace(part))
		if match == nil {
			return nil
		}
		sub := named(a.Subs, match[1])
		if sub == nil {
			return nil
		}
		written := match[2]
		if !strings.HasPrefix(written, `"`) {
			written = strings.ToLower(written)
		}
		value, err := decode([]byte(written))
		if err != nil {
			return nil
		}
		described[sub.Name] = readSingle(sub, value)
	}
	return described
}
