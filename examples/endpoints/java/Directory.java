import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People and groups in memory. Whoever uses it holds its monitor, so that requests come one at a time. */
final class Directory {
    static final class Entry {
        final String id = UUID.randomUUID().toString();
        final String created = now();
        String lastModified = created;
        Map<String, Object> data = Map.of();
    }

    private final Map<String, Entry> users = new LinkedHashMap<>();
    private final Map<String, Entry> groups = new LinkedHashMap<>();
    private final Set<String> faults;

    Directory(Set<String> faults) {
        this.faults = faults;
    }

    Map<String, Entry> all(Schemas.Kind kind) {
        return kind == Schemas.USERS ? users : groups;
    }

    Entry find(Schemas.Kind kind, String id) {
        Entry entry = all(kind).get(id);
        if (entry == null) throw new ScimError(404, "There is no " + kind.name() + " " + id + ".", null);
        return entry;
    }

    Entry create(Schemas.Kind kind, Map<String, Object> data) {
        Entry entry = new Entry();
        entry.data = checked(kind, data, entry);
        all(kind).put(entry.id, entry);
        return entry;
    }

    /** @param data the whole resource as it is to be */
    Entry update(Schemas.Kind kind, Entry entry, Map<String, Object> data) {
        entry.data = checked(kind, data, entry);
        entry.lastModified = now();
        return entry;
    }

    void remove(Schemas.Kind kind, Entry entry) {
        if (faults.contains("deleted-still-there")) return;
        all(kind).remove(entry.id);
        for (Entry group : groups.values()) {
            List<Object> members = Values.asList(group.data.get("members"));
            group.data.put("members", members.stream().filter(member -> !entry.id.equals(valueOf(member))).toList());
        }
        for (Entry user : users.values()) {
            Map<String, Object> enterprise = Values.asMap(user.data.get(Schemas.ENTERPRISE));
            if (enterprise != null && entry.id.equals(valueOf(enterprise.get("manager")))) enterprise.remove("manager");
        }
    }

    private Map<String, Object> checked(Schemas.Kind kind, Map<String, Object> given, Entry entry) {
        Map<String, Object> data = new LinkedHashMap<>(given);
        if (kind == Schemas.USERS) checkUser(data, entry);
        else checkGroup(data, entry);
        return data;
    }

    private void checkUser(Map<String, Object> data, Entry entry) {
        data.remove("password");
        data.putIfAbsent("active", entry.data.getOrDefault("active", true));
        if (faults.contains("no-soft-delete")) data.put("active", true);
        String userName = text(data, "userName");
        if (userName.isBlank()) throw ScimError.invalid("userName is required.");
        boolean isTaken = users.values().stream()
            .anyMatch(other -> other != entry && text(other.data, "userName").equalsIgnoreCase(userName));
        if (isTaken && !faults.contains("duplicates-created")) {
            throw new ScimError(409, "There is a user " + userName + " already.", "uniqueness");
        }
    }

    private void checkGroup(Map<String, Object> data, Entry entry) {
        if (text(data, "displayName").isBlank()) throw ScimError.invalid("displayName is required.");
        List<Object> before = Values.asList(entry.data.get("members")).stream().map(Directory::valueOf).toList();
        for (Object member : Values.asList(data.get("members"))) {
            Object id = valueOf(member);
            if (id != null && (before.contains(id) || users.containsKey(id) || groups.containsKey(id))) continue;
            throw ScimError.invalid("There is nobody with the id " + id + ".");
        }
    }

    /** @param base the URL of the endpoint */
    Map<String, Object> rendered(Schemas.Kind kind, Entry entry, String base) {
        Map<String, Object> resource = new LinkedHashMap<>();
        boolean isExtended = entry.data.containsKey(Schemas.ENTERPRISE);
        resource.put("schemas", isExtended ? List.of(kind.urn(), Schemas.ENTERPRISE) : List.of(kind.urn()));
        resource.put("id", entry.id);
        resource.putAll(Values.asMap(Values.copy(entry.data)));
        String list = kind == Schemas.USERS ? "groups" : "members";
        List<Object> related = kind == Schemas.USERS ? groupsOf(entry.id, base) : membersOf(entry, base);
        resource.remove(list);
        if (!related.isEmpty()) resource.put(list, related);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("resourceType", kind.name());
        meta.put("created", entry.created);
        meta.put("lastModified", entry.lastModified);
        meta.put("location", base + kind.path() + "/" + entry.id);
        resource.put("meta", meta);
        return resource;
    }

    private List<Object> groupsOf(String id, String base) {
        return groups.values().stream()
            .filter(group -> Values.asList(group.data.get("members")).stream().anyMatch(member -> id.equals(valueOf(member))))
            .map(group -> (Object) reference(group.id, base + "/Groups/", "direct", text(group.data, "displayName")))
            .toList();
    }

    private List<Object> membersOf(Entry group, String base) {
        return Values.asList(group.data.get("members")).stream()
            .map(member -> String.valueOf(valueOf(member)))
            .map(id -> groups.containsKey(id)
                ? (Object) reference(id, base + "/Groups/", "Group", null)
                : reference(id, base + "/Users/", "User", null))
            .toList();
    }

    private static Map<String, Object> reference(String id, String path, String type, String display) {
        Map<String, Object> reference = new LinkedHashMap<>(Map.of("value", id, "$ref", path + id, "type", type));
        if (display != null) reference.put("display", display);
        return reference;
    }

    private static Object valueOf(Object element) {
        Map<String, Object> object = Values.asMap(element);
        return object == null ? null : object.get("value");
    }

    private static String text(Map<String, Object> data, String name) {
        return data.get(name) instanceof String text ? text : "";
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
