import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles a filter (RFC 7644 §3.4.2.2) into a predicate over a resource, or over one element of an attribute. */
final class Filter {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|\\[|]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\\[\\]\"]+)");
    private static final Pattern EQUALITY =
        Pattern.compile("\\(?\\s*([\\w$]+)\\s+eq\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|true|false)\\s*\\)?", Pattern.CASE_INSENSITIVE);
    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr");

    /** What a name in a filter stands for. */
    private record Name(
        Schemas.Attribute attribute,
        Function<Map<String, Object>, List<Object>> values,
        Function<Map<String, Object>, List<Object>> elements,
        boolean caseExact) {}

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Function<String, Name> resolve;
    private int at;

    private Filter(String text, Function<String, Name> resolve) {
        this.text = text;
        this.resolve = resolve;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (!text.substring(end).isBlank()) {
            if (!matcher.find(end) || matcher.start() != end) throw wrong();
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    static Predicate<Map<String, Object>> ofKind(String text, Schemas.Kind kind, boolean isUserNameExact) {
        return new Filter(text, name -> {
            AttributePath path = AttributePath.parse(name, kind);
            if (path == null || path.attribute() == null) return new Name(null, one -> List.of(), one -> List.of(), false);
            Schemas.Attribute last = path.sub() == null ? path.attribute() : path.sub();
            boolean isExact = last.caseExact() || (isUserNameExact && last.name().equals("userName"));
            return new Name(path.attribute(), path::values, path::elements, isExact);
        }).whole();
    }

    static Predicate<Map<String, Object>> ofElement(String text, Schemas.Attribute attribute) {
        return new Filter(text, name -> {
            Schemas.Attribute sub = Schemas.named(attribute.subs(), name);
            return new Name(
                null,
                element -> sub == null || !element.containsKey(sub.name()) ? List.of() : List.of(element.get(sub.name())),
                element -> List.of(),
                sub != null && sub.caseExact());
        }).whole();
    }

    /** What an element must be to fit {@code type eq "work"}; null when the filter does not say. */
    static Map<String, Object> describedBy(String text, Schemas.Attribute attribute) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (String part : text.split("(?i)\\s+and\\s+")) {
            Matcher match = EQUALITY.matcher(part.trim());
            Schemas.Attribute sub = match.matches() ? Schemas.named(attribute.subs(), match.group(1)) : null;
            if (sub == null) return null;
            String given = match.group(2);
            Object value = Json.parse(given.startsWith("\"") ? given : given.toLowerCase(Locale.ROOT));
            described.put(sub.name(), sub.type().equals("boolean") ? (Object) "true".equalsIgnoreCase(value.toString()) : value);
        }
        return described;
    }

    private ScimError wrong() {
        return ScimError.invalid("The filter " + Json.write(text) + " is not understood.", "invalidFilter");
    }

    private Predicate<Map<String, Object>> whole() {
        Predicate<Map<String, Object>> fits = either();
        if (at < tokens.size()) throw wrong();
        return fits;
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String take() {
        if (at >= tokens.size()) throw wrong();
        return tokens.get(at++);
    }

    private boolean took(String word) {
        if (!peek().equalsIgnoreCase(word)) return false;
        at++;
        return true;
    }

    private Predicate<Map<String, Object>> either() {
        Predicate<Map<String, Object>> fits = both();
        while (took("or")) fits = fits.or(both());
        return fits;
    }

    private Predicate<Map<String, Object>> both() {
        Predicate<Map<String, Object>> fits = term();
        while (took("and")) fits = fits.and(term());
        return fits;
    }

    private Predicate<Map<String, Object>> term() {
        if (took("not")) return term().negate();
        if (!took("(")) return comparison();
        Predicate<Map<String, Object>> inner = either();
        if (!took(")")) throw wrong();
        return inner;
    }

    private Predicate<Map<String, Object>> comparison() {
        String written = take();
        if (!written.matches("[\\w:.$-]+")) throw wrong();
        Name name = resolve.apply(written);
        if (peek().equals("[")) return valuePath(name);
        String operator = take().toLowerCase(Locale.ROOT);
        if (!OPERATORS.contains(operator)) throw wrong();
        if (operator.equals("pr")) return one -> name.values.apply(one).stream().anyMatch(value -> !"".equals(value));
        Object wanted = literal(take());
        if (wanted == null) return one -> name.values.apply(one).isEmpty() == operator.equals("eq");
        String test = operator.equals("ne") ? "eq" : operator;
        Predicate<Map<String, Object>> finds =
            one -> name.values.apply(one).stream().anyMatch(value -> compare(value, test, wanted, name.caseExact));
        return operator.equals("ne") ? finds.negate() : finds;
    }

    private Predicate<Map<String, Object>> valuePath(Name name) {
        int start = at + 1;
        int depth = 0;
        do {
            String token = take();
            depth += token.equals("[") ? 1 : token.equals("]") ? -1 : 0;
        } while (depth > 0);
        String inside = "(" + String.join(" ", tokens.subList(start, at - 1)) + ")";
        // Entra asks for emails[type eq "work"].value eq "…": the comparison is about the same element.
        if (peek().startsWith(".")) {
            String operand = take().substring(1) + " " + take();
            inside += " and " + operand + (operand.toLowerCase(Locale.ROOT).endsWith(" pr") ? "" : " " + take());
        }
        if (name.attribute == null) return one -> false;
        Predicate<Map<String, Object>> fits = ofElement(inside, name.attribute);
        return one -> name.elements.apply(one).stream().map(Values::asMap).anyMatch(element -> element != null && fits.test(element));
    }

    /** A JSON literal; Entra and hand-written clients also write True, and text without quotes. */
    private Object literal(String token) {
        if ("()[]".contains(token)) throw wrong();
        try {
            return Json.parse(token.startsWith("\"") ? token : token.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException failure) {
            if (token.startsWith("\"")) throw wrong();
            return token;
        }
    }

    private static boolean compare(Object value, String operator, Object wanted, boolean caseExact) {
        String left = caseExact ? value.toString() : value.toString().toLowerCase(Locale.ROOT);
        String right = caseExact ? wanted.toString() : wanted.toString().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "eq" -> left.equals(right);
            case "co" -> left.contains(right);
            case "sw" -> left.startsWith(right);
            case "ew" -> left.endsWith(right);
            case "gt" -> left.compareTo(right) > 0;
            case "ge" -> left.compareTo(right) >= 0;
            case "lt" -> left.compareTo(right) < 0;
            default -> left.compareTo(right) <= 0;
        };
    }
}
