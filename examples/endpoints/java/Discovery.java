import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** /ServiceProviderConfig, /ResourceTypes and /Schemas (RFC 7644 §4). */
final class Discovery {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    static Map<String, Object> config(String base, int maxResults) {
        Map<String, Object> config = resource("ServiceProviderConfig", base + "/ServiceProviderConfig");
        config.put("patch", Map.of("supported", true));
        config.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
        config.put("filter", Map.of("supported", true, "maxResults", maxResults));
        for (String name : List.of("changePassword", "sort", "etag")) config.put(name, Map.of("supported", false));
        String description = "A token in the Authorization header.";
        config.put("authenticationSchemes",
            List.of(Map.of("type", "oauthbearertoken", "name", "OAuth Bearer Token", "description", description)));
        return config;
    }

    static List<Object> resourceTypes(String base) {
        return Stream.of(Schemas.USERS, Schemas.GROUPS).map(kind -> {
            Map<String, Object> type = resource("ResourceType", base + "/ResourceTypes/" + kind.name());
            type.put("id", kind.name());
            type.put("name", kind.name());
            type.put("description", kind.name());
            type.put("endpoint", kind.path());
            type.put("schema", kind.urn());
            boolean isUser = kind == Schemas.USERS;
            type.put("schemaExtensions", isUser ? List.of(Map.of("schema", Schemas.ENTERPRISE, "required", false)) : List.of());
            return (Object) type;
        }).toList();
    }

    static List<Object> schemas(String base) {
        return Stream.of(Schemas.USER, Schemas.GROUP, Schemas.ENTERPRISE).map(urn -> {
            Map<String, Object> schema = resource("Schema", base + "/Schemas/" + urn);
            schema.put("id", urn);
            schema.put("name", urn.substring(urn.lastIndexOf(':') + 1));
            schema.put("description", urn);
            schema.put("attributes", Schemas.ALL.get(urn).stream().map(Schemas.Attribute::described).toList());
            return (Object) schema;
        }).toList();
    }

    private static Map<String, Object> resource(String type, String location) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("schemas", List.of(CORE + type));
        resource.put("meta", Map.of("resourceType", type, "location", location));
        return resource;
    }

    private Discovery() {}
}
