package main

const (
	coreURN  = "urn:ietf:params:scim:schemas:core:2.0"
	listURN  = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
	errorURN = "urn:ietf:params:scim:api:messages:2.0:Error"
	maxPage  = 200
)

func listOf(resources []any, total, start int) object {
	if resources == nil {
		resources = []any{}
	}
	return object{
		"schemas": []any{listURN}, "totalResults": total, "startIndex": start, "itemsPerPage": len(resources), "Resources": resources,
	}
}

func metaOf(resourceType, location string) object {
	return object{"resourceType": resourceType, "location": location}
}

func configuration(base string) object {
	not := object{"supported": false}
	return object{
		"schemas": []any{coreURN + ":ServiceProviderConfig"}, "patch": object{"supported": true}, "changePassword": not,
		"bulk":   object{"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
		"filter": object{"supported": true, "maxResults": maxPage}, "sort": not, "etag": not,
		"authenticationSchemes": []any{object{
			"type": "oauthbearertoken", "name": "OAuth Bearer Token", "description": "A token in the Authorization header.",
		}},
		"meta": metaOf("ServiceProviderConfig", base+"/ServiceProviderConfig"),
	}
}

func resourceTypes(base string) (types []any) {
	for _, k := range kinds {
		extensions := []any{}
		if k == userKind {
			extensions = append(extensions, object{"schema": enterpriseURN, "required": false})
		}
		types = append(types, object{
			"schemas": []any{coreURN + ":ResourceType"}, "id": k.name, "name": k.name, "endpoint": k.path, "schema": k.urn,
			"description": k.name, "schemaExtensions": extensions, "meta": metaOf("ResourceType", base+"/ResourceTypes/"+k.name),
		})
	}
	return types
}

func schemas(base string) (all []any) {
	for _, one := range []struct {
		urn, name  string
		attributes []*attribute
	}{
		{userURN, "User", userAttributes}, {enterpriseURN, "User", enterpriseAttributes}, {groupURN, "Group", groupAttributes},
	} {
		all = append(all, object{
			"schemas": []any{coreURN + ":Schema"}, "id": one.urn, "name": one.name, "description": one.urn,
			"attributes": one.attributes, "meta": metaOf("Schema", base+"/Schemas/"+one.urn),
		})
	}
	return all
}
