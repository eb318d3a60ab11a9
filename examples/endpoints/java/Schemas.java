import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the endpoint knows about users and groups (RFC 7643 §4, §8.7.1). */
final class Schemas {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    record Attribute(String name, String type, boolean multiValued, boolean caseExact, String mutability, List<Attribute> subs) {
        boolean isReadOnly() {
            return mutability.equals("readOnly");
        }

        Map<String, Object> described() {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("name", name);
            described.put("type", type);
            described.put("multiValued", multiValued);
            described.put("description", "The " + name + " of the resource.");
            described.put("required", name.equals("userName"));
            described.put("caseExact", caseExact);
            described.put("mutability", mutability);
            described.put("returned", name.equals("password") ? "never" : "default");
            described.put("uniqueness", name.equals("userName") ? "server" : "none");
            if (!subs.isEmpty()) described.put("subAttributes", subs.stream().map(Attribute::described).toList());
            return described;
        }
    }

    record Kind(String name, String path, String urn, List<Attribute> core, List<Attribute> extension) {}

    private static Attribute text(String name) {
        return new Attribute(name, "string", false, false, "readWrite", List.of());
    }

    private static Attribute exact(String name, String mutability) {
        return new Attribute(name, "string", false, true, mutability, List.of());
    }

    private static List<Attribute> texts(String... names) {
        return Stream.of(names).map(Schemas::text).toList();
    }

    private static Attribute complex(String name, boolean multiValued, String mutability, List<Attribute> subs) {
        return new Attribute(name, "complex", multiValued, false, mutability, subs);
    }

    private static Attribute plural(String name, String... subNames) {
        List<Attribute> subs = new ArrayList<>(texts(subNames));
        subs.addAll(texts("display", "type"));
        subs.add(new Attribute("primary", "boolean", false, false, "readWrite", List.of()));
        return complex(name, true, "readWrite", subs);
    }

    private static List<Attribute> userAttributes() {
        List<Attribute> all = new ArrayList<>(texts("userName", "displayName", "nickName", "profileUrl", "title"));
        all.addAll(texts("userType", "preferredLanguage", "locale", "timezone"));
        String[] parts = {"formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix"};
        all.add(complex("name", false, "readWrite", texts(parts)));
        all.add(new Attribute("active", "boolean", false, false, "readWrite", List.of()));
        all.add(exact("password", "writeOnly"));
        for (String name : List.of("emails", "phoneNumbers", "ims", "photos", "entitlements", "roles", "x509Certificates")) {
            all.add(plural(name, "value"));
        }
        all.add(plural("addresses", "formatted", "streetAddress", "locality", "region", "postalCode", "country"));
        all.add(complex("groups", true, "readOnly", texts("value", "$ref", "display", "type")));
        return all;
    }

    private static List<Attribute> enterpriseAttributes() {
        List<Attribute> all = new ArrayList<>(texts("employeeNumber", "costCenter", "organization", "division", "department"));
        List<Attribute> manager = List.of(exact("value", "readWrite"), text("$ref"), text("displayName"));
        all.add(complex("manager", false, "readWrite", manager));
        return all;
    }

    private static List<Attribute> groupAttributes() {
        List<Attribute> member = List.of(exact("value", "readWrite"), text("$ref"), text("type"));
        return List.of(text("displayName"), complex("members", true, "readWrite", member));
    }

    private static List<Attribute> withCommon(List<Attribute> attributes) {
        List<Attribute> all = new ArrayList<>(attributes);
        all.add(new Attribute("schemas", "string", true, false, "readOnly", List.of()));
        all.add(exact("id", "readOnly"));
        all.add(exact("externalId", "readWrite"));
        all.add(complex("meta", false, "readOnly", texts("resourceType", "location", "created", "lastModified")));
        return all;
    }

    static final Kind USERS = new Kind("User", "/Users", USER, withCommon(userAttributes()), enterpriseAttributes());
    static final Kind GROUPS = new Kind("Group", "/Groups", GROUP, withCommon(groupAttributes()), List.of());
    static final Map<String, List<Attribute>> ALL =
        Map.of(USER, userAttributes(), ENTERPRISE, enterpriseAttributes(), GROUP, groupAttributes());

    /** Null when there is none; names are compared without regard to case. */
    static Attribute named(List<Attribute> attributes, String name) {
        return attributes.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst().orElse(null);
    }

    private Schemas() {}
}
