import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** PATCH (RFC 7644 §3.5.2), in the forms that Entra ID writes with and without aadOptscim062020, and JumpCloud. */
final class Patch {
    private final Schemas.Kind kind;
    private final Set<String> faults;
    private final Map<String, Object> draft;

    private Patch(Map<String, Object> resource, Schemas.Kind kind, Set<String> faults) {
        this.draft = Values.asMap(Values.copy(resource));
        this.kind = kind;
        this.faults = faults;
    }

    /** The resource after all operations; the one given stays as it is, so that a failing PATCH changes nothing. */
    static Map<String, Object> apply(Map<String, Object> resource, Object body, Schemas.Kind kind, Set<String> faults) {
        Map<String, Object> given = Values.asMap(body);
        List<Object> operations = given == null ? List.of() : Values.asList(member(given, "operations"));
        if (operations.isEmpty()) throw ScimError.invalid("A PATCH has Operations, an array.", "invalidSyntax");
        Patch patch = new Patch(resource, kind, faults);
        for (Object operation : operations) patch.change(Values.asMap(operation));
        Map<String, Object> enterprise = Values.asMap(patch.draft.get(Schemas.ENTERPRISE));
        if (enterprise != null && enterprise.isEmpty()) patch.draft.remove(Schemas.ENTERPRISE);
        return patch.draft;
    }

    private static Object member(Map<String, Object> object, String name) {
        return object.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(name) && entry.getValue() != null)
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    }

    private void change(Map<String, Object> operation) {
        if (operation == null) throw ScimError.invalid("An operation is an object.", "invalidSyntax");
        String op = String.valueOf(member(operation, "op")).toLowerCase(Locale.ROOT);
        Object path = member(operation, "path");
        Object value = member(operation, "value");
        if (!Set.of("add", "replace", "remove").contains(op)) {
            throw ScimError.invalid("There is no operation " + op + ".", "invalidSyntax");
        }
        if (path == null || path.equals("")) {
            changeMany(op, value, "");
            return;
        }
        AttributePath target = AttributePath.parse(path.toString(), kind);
        if (target == null) throw ScimError.invalid("No schema knows the path " + path + ".", "invalidPath");
        if (target.attribute() == null && op.equals("remove")) draft.remove(Schemas.ENTERPRISE);
        else if (target.attribute() == null) changeMany(op, value, Schemas.ENTERPRISE + ":");
        else if (target.attribute().isReadOnly()) {
            throw ScimError.invalid(target.attribute().name() + " cannot be written.", "mutability");
        } else changeOne(op, target, value);
    }

    /** An object without a path: each of its keys is one. Read-only and unknown ones are ignored, as in a PUT. */
    private void changeMany(String op, Object value, String prefix) {
        if (op.equals("remove")) throw ScimError.invalid("A remove needs a path.", "noTarget");
        Map<String, Object> object = Values.asMap(value);
        if (object == null) throw ScimError.invalid("An operation without a path needs an object.", "invalidSyntax");
        if (faults.contains("patch-without-path-ignored")) return;
        object.forEach((key, inner) -> {
            AttributePath target = AttributePath.parse(prefix + key, kind);
            if (target == null) return;
            if (target.attribute() == null) changeMany(op, inner == null ? Map.of() : inner, Schemas.ENTERPRISE + ":");
            else if (!target.attribute().isReadOnly()) changeOne(op, target, inner);
        });
    }

    private void changeOne(String op, AttributePath target, Object value) {
        if (target.isExtension()) draft.putIfAbsent(Schemas.ENTERPRISE, new LinkedHashMap<String, Object>());
        Map<String, Object> container = target.container(draft);
        String name = target.attribute().name();
        Object after = target.attribute().multiValued()
            ? changeElements(Values.asList(container.get(name)), op, target, value)
            : changeSingle(container.get(name), op, target, value);
        if (after == null || (after instanceof List<?> list && list.isEmpty())) container.remove(name);
        else container.put(name, after);
    }

    private Object changeSingle(Object before, String op, AttributePath target, Object value) {
        Map<String, Object> object = Values.asMap(before) == null ? Map.of() : Values.asMap(before);
        if (target.sub() != null) {
            Object inner = op.equals("remove") ? null : Values.readValue(target.sub(), value);
            Map<String, Object> after = Values.with(object, target.sub().name(), inner);
            boolean isEmptyReference = target.attribute().name().equals("manager") && "".equals(after.getOrDefault("value", ""));
            return after.isEmpty() || isEmptyReference ? null : after;
        }
        Object read = op.equals("remove") || value == null ? null : Values.readSingle(target.attribute(), value);
        return read != null && target.attribute().name().equals("name") ? merged(object, Values.asMap(read)) : read;
    }

    private List<Object> changeElements(List<Object> before, String op, AttributePath target, Object value) {
        if (target.filter() != null) return changeFitting(before, op, target, value);
        if (target.sub() != null) {
            Object inner = op.equals("remove") ? null : Values.readValue(target.sub(), value);
            List<Object> elements = before.isEmpty() && inner != null ? List.of(Map.of()) : before;
            return settled(elements, element -> Values.with(element, target.sub().name(), inner));
        }
        List<Object> given = Values.asList(Values.readValue(target.attribute(), value));
        boolean isMembers = target.attribute().name().equals("members");
        if (op.equals("replace") || (op.equals("add") && isMembers && faults.contains("member-add-replaces"))) return given;
        if (op.equals("add")) return added(before, given, isMembers);
        if (given.isEmpty() || (isMembers && faults.contains("member-remove-empties-group"))) return List.of();
        Set<Object> gone = given.stream().map(Patch::valueOf).collect(Collectors.toSet());
        return before.stream().filter(element -> !gone.contains(valueOf(element))).toList();
    }

    private static List<Object> added(List<Object> before, List<Object> given, boolean isMembers) {
        Set<Object> there = before.stream().map(Patch::valueOf).collect(Collectors.toSet());
        List<Object> all = new ArrayList<>(before);
        for (Object one : given) if (!isMembers || !there.contains(valueOf(one))) all.add(one);
        return Values.onePrimary(Values.distinct(all));
    }

    private List<Object> changeFitting(List<Object> before, String op, AttributePath target, Object value) {
        Predicate<Map<String, Object>> fits = Filter.ofElement(target.filter(), target.attribute());
        if (op.equals("remove") && target.sub() == null) {
            return before.stream().filter(element -> !fits.test(Values.asMap(element))).toList();
        }
        if (op.equals("remove")) {
            return settled(before, one -> fits.test(one) ? Values.with(one, target.sub().name(), null) : one);
        }
        Map<String, Object> update = update(target, value);
        if (before.stream().map(Values::asMap).anyMatch(fits)) {
            boolean isNewPrimary = Boolean.TRUE.equals(update.get("primary"));
            UnaryOperator<Map<String, Object>> other =
                one -> isNewPrimary && one.containsKey("primary") ? Values.with(one, "primary", false) : one;
            return settled(before, one -> fits.test(one) ? merged(one, update) : other.apply(one));
        }
        Map<String, Object> described = Filter.describedBy(target.filter(), target.attribute());
        if (described == null) {
            throw ScimError.invalid(target.attribute().name() + "[" + target.filter() + "] fits no element.", "noTarget");
        }
        List<Object> all = new ArrayList<>(before);
        all.add(merged(described, update));
        return settled(all, one -> one);
    }

    private static Map<String, Object> update(AttributePath target, Object value) {
        Map<String, Object> update = new LinkedHashMap<>();
        if (target.sub() != null) {
            update.put(target.sub().name(), Values.readValue(target.sub(), value));
            return update;
        }
        Map<String, Object> read = value == null ? null : Values.asMap(Values.readSingle(target.attribute(), value));
        if (read != null) update.putAll(read);
        return update;
    }

    /** The elements changed, without those that have lost all but their label. */
    private static List<Object> settled(List<Object> elements, UnaryOperator<Map<String, Object>> change) {
        List<Object> after = new ArrayList<>();
        for (Object element : elements) {
            Map<String, Object> changed = change.apply(Values.asMap(element));
            if (!Set.of("type", "primary", "display").containsAll(changed.keySet())) after.add(changed);
        }
        return Values.onePrimary(after);
    }

    private static Map<String, Object> merged(Map<String, Object> element, Map<String, Object> update) {
        Map<String, Object> after = new LinkedHashMap<>(element);
        update.forEach((name, value) -> {
            if (value == null) after.remove(name);
            else after.put(name, value);
        });
        return after;
    }

    private static Object valueOf(Object element) {
        Map<String, Object> object = Values.asMap(element);
        return object == null ? element : object.getOrDefault("value", object);
    }
}
