import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** {@code attributes} and {@code excludedAttributes} (RFC 7644 §3.9); id and schemas are always answered. */
final class Projection {
    static Map<String, Object> project(Map<String, Object> resource, Schemas.Kind kind, Map<String, String> query) {
        if (query.containsKey("attributes")) return only(resource, paths(query.get("attributes"), kind));
        for (AttributePath path : paths(query.getOrDefault("excludedAttributes", ""), kind)) leaveOut(resource, path);
        return resource;
    }

    private static List<AttributePath> paths(String names, Schemas.Kind kind) {
        return Stream.of(names.split(",")).map(name -> AttributePath.parse(name.trim(), kind)).filter(Objects::nonNull).toList();
    }

    private static void leaveOut(Map<String, Object> resource, AttributePath path) {
        if (path.attribute() == null) {
            resource.remove(Schemas.ENTERPRISE);
            return;
        }
        Map<String, Object> container = path.container(resource);
        if (container == null || Set.of("id", "schemas").contains(path.attribute().name())) return;
        if (path.sub() == null) container.remove(path.attribute().name());
        else for (Object element : path.elements(resource)) Values.asMap(element).remove(path.sub().name());
    }

    private static Map<String, Object> only(Map<String, Object> resource, List<AttributePath> paths) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("schemas", resource.get("schemas"));
        kept.put("id", resource.get("id"));
        for (AttributePath path : paths) keep(resource, path, kept);
        return kept;
    }

    private static void keep(Map<String, Object> resource, AttributePath path, Map<String, Object> kept) {
        Map<String, Object> from = path.container(resource);
        if (from == null) return;
        if (path.attribute() == null) {
            kept.put(Schemas.ENTERPRISE, from);
            return;
        }
        String name = path.attribute().name();
        if (!from.containsKey(name)) return;
        if (path.isExtension()) kept.putIfAbsent(Schemas.ENTERPRISE, new LinkedHashMap<String, Object>());
        Map<String, Object> to = path.container(kept);
        to.put(name, path.sub() == null ? from.get(name) : withOnly(from.get(name), path.sub().name(), to.get(name)));
    }

    /** Sub-attributes that are asked for one by one come together: name.givenName,name.familyName. */
    private static Object withOnly(Object value, String name, Object before) {
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            for (int index = 0; index < list.size(); index++) {
                elements.add(withOnly(list.get(index), name, before == null ? null : Values.asList(before).get(index)));
            }
            return elements;
        }
        Map<String, Object> object = Values.asMap(value);
        Map<String, Object> kept = before == null ? Map.of() : Values.asMap(before);
        return object.containsKey(name) ? Values.with(kept, name, object.get(name)) : kept;
    }

    private Projection() {}
}
