package main

import "strings"

const (
	userURN       = "urn:ietf:params:scim:schemas:core:2.0:User"
	groupURN      = "urn:ietf:params:scim:schemas:core:2.0:Group"
	enterpriseURN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
)

// object is a JSON object; lists are []any, numbers json.Number.
type object = map[string]any

// attribute is described as RFC 7643 section 7 has it; its JSON is that of /Schemas.
type attribute struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	MultiValued bool         `json:"multiValued"`
	Description string       `json:"description"`
	Required    bool         `json:"required"`
	CaseExact   bool         `json:"caseExact"`
	Mutability  string       `json:"mutability"`
	Returned    string       `json:"returned"`
	Uniqueness  string       `json:"uniqueness"`
	Subs        []*attribute `json:"subAttributes,omitempty"`
}

// kind is User or Group.
type kind struct {
	name, path, urn string
	core, extension []*attribute
}

func text(name string) *attribute {
	return &attribute{
		Name: name, Type: "string", Description: "The " + name + " of the resource.",
		Mutability: "readWrite", Returned: "default", Uniqueness: "none",
	}
}

func texts(names ...string) []*attribute {
	list := make([]*attribute, len(names))
	for index, name := range names {
		list[index] = text(name)
	}
	return list
}

func (a *attribute) with(change func(*attribute)) *attribute {
	change(a)
	return a
}

func boolean(a *attribute)  { a.Type = "boolean" }
func required(a *attribute) { a.Required = true }
func exact(a *attribute)    { a.CaseExact = true }
func readOnly(a *attribute) { a.Mutability = "readOnly" }
func always(a *attribute)   { a.Returned = "always" }
func unique(a *attribute)   { a.Uniqueness = "server" }
func secret(a *attribute)   { a.Mutability, a.Returned = "writeOnly", "never" }

func complexOf(name string, subs ...*attribute) *attribute {
	return text(name).with(func(a *attribute) { a.Type, a.Subs = "complex", subs })
}

func list(a *attribute) { a.MultiValued = true }

func plural(name string, parts ...string) *attribute {
	labels := append(texts(append(parts, "display", "type")...), text("primary").with(boolean))
	return complexOf(name, labels...).with(list)
}

var userAttributes = append([]*attribute{
	text("userName").with(required).with(unique),
	complexOf("name", texts("formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix")...),
	text("active").with(boolean),
	text("password").with(secret),
	plural("emails", "value"), plural("phoneNumbers", "value"), plural("ims", "value"), plural("photos", "value"),
	plural("entitlements", "value"), plural("roles", "value"), plural("x509Certificates", "value"),
	plural("addresses", "formatted", "streetAddress", "locality", "region", "postalCode", "country"),
	complexOf("groups", texts("value", "$ref", "display", "type")...).with(list).with(readOnly),
}, texts("displayName", "nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone")...)

var enterpriseAttributes = append(
	texts("employeeNumber", "costCenter", "organization", "division", "department"),
	complexOf("manager", text("value").with(exact), text("$ref"), text("displayName")),
)

var groupAttributes = []*attribute{
	text("displayName").with(required),
	complexOf("members", text("value").with(exact), text("$ref"), text("type")).with(list),
}

var commonAttributes = []*attribute{
	text("schemas").with(list).with(readOnly).with(always),
	text("id").with(exact).with(readOnly).with(always),
	text("externalId").with(exact),
	complexOf("meta", texts("resourceType", "location", "created", "lastModified")...).with(readOnly),
}

var (
	userKind  = &kind{"User", "/Users", userURN, join(commonAttributes, userAttributes), enterpriseAttributes}
	groupKind = &kind{"Group", "/Groups", groupURN, join(commonAttributes, groupAttributes), nil}
	kinds     = []*kind{userKind, groupKind}
)

func join(lists ...[]*attribute) (all []*attribute) {
	for _, one := range lists {
		all = append(all, one...)
	}
	return all
}

func named(attributes []*attribute, name string) *attribute {
	for _, one := range attributes {
		if strings.EqualFold(one.Name, name) {
			return one
		}
	}
	return nil
}
