import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of a body as the schemas have them: null and [] count as unassigned (RFC 7643 §2.5). */
final class Values {
    /** What a POST or PUT assigns; read-only and unknown attributes are left out. */
    static Map<String, Object> readResource(Object body, Schemas.Kind kind) {
        Map<String, Object> given = asMap(body);
        if (given == null) throw ScimError.invalid("A resource is a JSON object.", "invalidSyntax");
        Map<String, Object> resource = readAttributes(given, kind.core());
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            Map<String, Object> inside = entry.getKey().equalsIgnoreCase(Schemas.ENTERPRISE) ? asMap(entry.getValue()) : null;
            Map<String, Object> enterprise = inside == null ? Map.of() : readAttributes(inside, kind.extension());
            if (!enterprise.isEmpty()) resource.put(Schemas.ENTERPRISE, enterprise);
        }
        return resource;
    }

    private static Map<String, Object> readAttributes(Map<String, Object> body, List<Schemas.Attribute> attributes) {
        Map<String, Object> read = new LinkedHashMap<>();
        body.forEach((name, given) -> {
            Schemas.Attribute attribute = Schemas.named(attributes, name);
            if (attribute == null || attribute.isReadOnly()) return;
            Object value = readValue(attribute, given);
            if (value != null) read.put(attribute.name(), value);
        });
        return read;
    }

    /** Null means unassigned. */
    static Object readValue(Schemas.Attribute attribute, Object given) {
        if (given == null || !attribute.multiValued()) return given == null ? null : readSingle(attribute, given);
        List<Object> elements = new ArrayList<>();
        for (Object one : given instanceof List<?> list ? list : List.of(given)) {
            Object element = readSingle(attribute, one);
            if (element != null) elements.add(element);
        }
        return elements.isEmpty() ? null : onePrimary(distinct(elements));
    }

    static Object readSingle(Schemas.Attribute attribute, Object given) {
        Object value = given instanceof List<?> list && list.size() == 1 ? list.get(0) : given;
        if (value == null) return null;
        return switch (attribute.type()) {
            case "boolean" -> readBoolean(attribute, value);
            case "complex" -> readComplex(attribute, value);
            default -> {
                if (value instanceof Map || value instanceof List) throw ScimError.invalid(attribute.name() + " is a text.");
                yield value.toString();
            }
        };
    }

    /** Entra writes "True" and "False". */
    private static Object readBoolean(Schemas.Attribute attribute, Object value) {
        String text = value.toString();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw ScimError.invalid(attribute.name() + " is true or false.");
        }
        return text.equalsIgnoreCase("true");
    }

    private static Object readComplex(Schemas.Attribute attribute, Object value) {
        if (value instanceof String text && Schemas.named(attribute.subs(), "value") != null) {
            // A manager as a bare id, and "" to remove it.
            return text.isEmpty() ? null : new LinkedHashMap<>(Map.of("value", text));
        }
        Map<String, Object> object = asMap(value);
        if (object == null) throw ScimError.invalid(attribute.name() + " is an object.");
        Map<String, Object> read = readAttributes(object, attribute.subs());
        boolean isEmptyReference = attribute.name().equals("manager") && "".equals(read.getOrDefault("value", ""));
        return read.isEmpty() || isEmptyReference ? null : read;
    }

    static Object keyOf(Object element) {
        Map<String, Object> object = asMap(element);
        if (object == null || !object.containsKey("value")) return element;
        return List.of(object.get("value"), object.getOrDefault("type", ""));
    }

    static List<Object> distinct(List<Object> elements) {
        Map<Object, Object> byKey = new LinkedHashMap<>();
        for (Object element : elements) byKey.putIfAbsent(keyOf(element), element);
        return new ArrayList<>(byKey.values());
    }

    /** At most one element is primary (RFC 7643 §2.4): the last one that says so. */
    static List<Object> onePrimary(List<Object> elements) {
        boolean isSeen = false;
        for (int index = elements.size() - 1; index >= 0; index--) {
            Map<String, Object> object = asMap(elements.get(index));
            if (object == null || !Boolean.TRUE.equals(object.get("primary"))) continue;
            if (isSeen) elements.set(index, with(object, "primary", false));
            isSeen = true;
        }
        return elements;
    }

    /** A copy with one attribute set, or taken out when the value is null. */
    static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(object);
        if (value == null) copy.remove(name);
        else copy.put(name, value);
        return copy;
    }

    /** JSON objects have names that are text; null when the value is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }

    @SuppressWarnings("unchecked")
    static List<Object> asList(Object value) {
        return value instanceof List ? (List<Object>) value : List.of();
    }

    /** A copy of everything that is inside. */
    static Object copy(Object value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) copy.add(copy(element));
            return copy;
        }
        Map<String, Object> object = asMap(value);
        if (object == null) return value;
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, inner) -> copy.put(name, copy(inner)));
        return copy;
    }

    private Values() {}
}
