package main

import (
	"crypto/rand"
	"fmt"
	"strings"
	"time"
)

type record struct {
	id, created, lastModified string
	data                      object
}

// directory keeps people and groups in memory, in the order in which they were made. Requests come one at a time.
type directory struct {
	faults  faultSet
	records map[*kind][]*record
}

func newDirectory(faults faultSet) *directory {
	return &directory{faults: faults, records: map[*kind][]*record{}}
}

func (d *directory) find(k *kind, id string) *record {
	for _, one := range d.records[k] {
		if one.id == id {
			return one
		}
	}
	fail(failure(404, "There is no %s %s.", strings.ToLower(k.name), id))
	return nil
}

func (d *directory) kindOf(id string) *kind {
	for _, k := range kinds {
		for _, one := range d.records[k] {
			if one.id == id {
				return k
			}
		}
	}
	return nil
}

// write creates where `before` is nil.
func (d *directory) write(k *kind, data object, before *record) *record {
	if k == userKind {
		data = d.checkedUser(data, before)
	} else {
		d.checkGroup(data, before)
	}
	now := time.Now().UTC().Format("2006-01-02T15:04:05.000Z")
	written := before
	if written == nil {
		written = &record{id: newID(), created: now}
		d.records[k] = append(d.records[k], written)
	}
	written.data, written.lastModified = data, now
	return written
}

func newID() string {
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		panic(err)
	}
	raw[6], raw[8] = raw[6]&0x0f|0x40, raw[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", raw[:4], raw[4:6], raw[6:8], raw[8:10], raw[10:])
}

func (d *directory) checkedUser(given object, before *record) object {
	data := with(given, "password", nil)
	if _, has := data["active"]; !has {
		data["active"] = true
		if before != nil {
			data["active"] = before.data["active"]
		}
	}
	name := textAt(data, "userName")
	if strings.TrimSpace(name) == "" {
		fail(invalid("invalidValue", "userName is required."))
	}
	for _, other := range d.records[userKind] {
		isTaken := other != before && strings.EqualFold(textAt(other.data, "userName"), name)
		if isTaken && !d.faults["duplicates-created"] {
			fail(&scimError{409, "uniqueness", fmt.Sprintf("There is a user %s already.", name)})
		}
	}
	if d.faults["no-soft-delete"] {
		data["active"] = true
	}
	return data
}

func (d *directory) checkGroup(data object, before *record) {
	if strings.TrimSpace(textAt(data, "displayName")) == "" {
		fail(invalid("invalidValue", "displayName is required."))
	}
	known := map[string]bool{}
	if before != nil {
		for _, id := range memberIDs(before.data) {
			known[id] = true
		}
	}
	for _, id := range memberIDs(data) {
		if !known[id] && d.kindOf(id) == nil {
			fail(invalid("invalidValue", "There is nobody with the id %s.", id))
		}
	}
}

func memberIDs(data object) (ids []string) {
	members, _ := data["members"].([]any)
	for _, one := range members {
		fields, _ := one.(object)
		ids = append(ids, textAt(fields, "value"))
	}
	return ids
}

func (d *directory) remove(k *kind, gone *record) {
	if d.faults["deleted-still-there"] {
		return
	}
	for index, one := range d.records[k] {
		if one == gone {
			d.records[k] = append(d.records[k][:index:index], d.records[k][index+1:]...)
			break
		}
	}
	for _, group := range d.records[groupKind] {
		members, _ := group.data["members"].([]any)
		group.data["members"] = keep(members, func(one any) bool { return one.(object)["value"] != gone.id })
	}
	for _, user := range d.records[userKind] {
		enterprise, _ := user.data[enterpriseURN].(object)
		if manager, _ := enterprise["manager"].(object); manager["value"] == gone.id {
			delete(enterprise, "manager")
		}
	}
}

// rendered is a resource as it is answered.
func (d *directory) rendered(k *kind, r *record, base string) object {
	shown := copied(r.data).(object)
	schemas := []any{k.urn}
	if enterprise, _ := shown[enterpriseURN].(object); len(enterprise) > 0 {
		schemas = append(schemas, enterpriseURN)
	} else {
		delete(shown, enterpriseURN)
	}
	if k == groupKind {
		setList(shown, "members", d.members(r, base))
	} else {
		setList(shown, "groups", d.groupsOf(r.id, base))
	}
	shown["schemas"], shown["id"] = schemas, r.id
	shown["meta"] = object{
		"resourceType": k.name, "created": r.created, "lastModified": r.lastModified, "location": base + k.path + "/" + r.id,
	}
	return shown
}

func setList(fields object, name string, values []any) {
	delete(fields, name)
	if len(values) > 0 {
		fields[name] = values
	}
}

func (d *directory) members(group *record, base string) (members []any) {
	for _, id := range memberIDs(group.data) {
		k := d.kindOf(id)
		if k == nil {
			k = userKind
		}
		members = append(members, object{"value": id, "$ref": base + k.path + "/" + id, "type": k.name})
	}
	return members
}

func (d *directory) groupsOf(id, base string) (groups []any) {
	for _, group := range d.records[groupKind] {
		for _, member := range memberIDs(group.data) {
			if member == id {
				name := group.data["displayName"]
				groups = append(groups, object{"value": group.id, "$ref": base + "/Groups/" + group.id, "display": name, "type": "direct"})
			}
		}
	}
	return groups
}
