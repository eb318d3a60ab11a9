package main

import (
	"fmt"
	"sort"
	"strings"
)

var faultTexts = map[string]string{
	"string-false-is-true":        `The text "False" is true, as all text that is not empty.`,
	"patch-without-path-ignored":  "Operations without a path are answered 200 and not done.",
	"member-add-replaces":         "An added member is the only member.",
	"member-remove-empties-group": "One member removed with a value empties the group.",
	"case-sensitive-user-name":    "userName is compared case-sensitively in filters.",
	"duplicates-created":          "A second person of the same userName is created.",
	"first-page-only":             "startIndex is ignored.",
	"put-merges":                  "PUT keeps what the body does not mention.",
	"deleted-still-there":         "DELETE is answered 204, and the person stays.",
	"no-soft-delete":              "active is ignored: nobody can be disabled.",
}

type faultSet map[string]bool

func readFaults(text string) (faultSet, error) {
	faults := faultSet{}
	for _, name := range strings.Split(text, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if _, known := faultTexts[name]; !known {
			return nil, fmt.Errorf("There is no fault %s. --list-faults shows them all.", name)
		}
		faults[name] = true
	}
	return faults, nil
}

func listFaults() {
	names := make([]string, 0, len(faultTexts))
	for name := range faultTexts {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("%-28s%s\n", name, faultTexts[name])
	}
}
