import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code emails[type eq "work"].value} or {@code urn:…:User:department}; without an attribute it is the whole extension. */
record AttributePath(boolean isExtension, Schemas.Attribute attribute, String filter, Schemas.Attribute sub) {
    private static final Pattern FORM = Pattern.compile("([\\w$-]+)(?:\\[(.*)])?(?:\\.([\\w$-]+))?", Pattern.DOTALL);

    /** Null when no schema knows the path. */
    static AttributePath parse(String text, Schemas.Kind kind) {
        if (text.equalsIgnoreCase(Schemas.ENTERPRISE)) return new AttributePath(true, null, null, null);
        String inside = behind(text, Schemas.ENTERPRISE);
        if (inside != null) return in(inside, kind.extension(), true);
        String core = behind(text, kind.urn());
        if (core != null) return in(core, kind.core(), false);
        AttributePath plain = in(text, kind.core(), false);
        // Older Entra jobs write `manager` without its URN.
        return plain != null ? plain : in(text, kind.extension(), true);
    }

    private static String behind(String text, String urn) {
        boolean isInside = text.regionMatches(true, 0, urn + ":", 0, urn.length() + 1);
        return isInside ? text.substring(urn.length() + 1) : null;
    }

    private static AttributePath in(String text, List<Schemas.Attribute> attributes, boolean isExtension) {
        Matcher match = FORM.matcher(text);
        Schemas.Attribute attribute = match.matches() ? Schemas.named(attributes, match.group(1)) : null;
        if (attribute == null) return null;
        if (match.group(3) == null) return new AttributePath(isExtension, attribute, match.group(2), null);
        Schemas.Attribute sub = Schemas.named(attribute.subs(), match.group(3));
        return sub == null ? null : new AttributePath(isExtension, attribute, match.group(2), sub);
    }

    /** The object that holds the attribute; null when the resource has none. */
    Map<String, Object> container(Map<String, Object> resource) {
        return isExtension ? Values.asMap(resource.get(Schemas.ENTERPRISE)) : resource;
    }

    List<Object> elements(Map<String, Object> resource) {
        Map<String, Object> container = container(resource);
        Object value = container == null ? null : container.get(attribute.name());
        if (value == null) return List.of();
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of(value);
    }

    List<Object> values(Map<String, Object> resource) {
        List<Object> values = new ArrayList<>();
        for (Object element : elements(resource)) {
            Map<String, Object> object = Values.asMap(element);
            if (object == null) values.add(element);
            else if (sub == null) values.add(object.getOrDefault("value", object));
            else if (object.containsKey(sub.name())) values.add(object.get(sub.name()));
        }
        return values;
    }
}
