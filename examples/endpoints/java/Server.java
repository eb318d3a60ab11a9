import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A SCIM 2.0 endpoint of the JDK alone: javac -d out *.java, then java -cp out Server --port 3000 --token secret [--fault NAME,…] */
public final class Server {
    private static final String BASE = "/scim/v2";
    private static final int MAX_PAGE = 200;
    private static final int MAX_BODY = 2_000_000;
    private static final Map<String, String> FAULTS = new TreeMap<>(Map.of(
        "string-false-is-true", "The text \"False\" is true, as all text that is not empty.",
        "patch-without-path-ignored", "Operations without a path are answered 200 and not done.",
        "member-add-replaces", "An added member is the only member.",
        "member-remove-empties-group", "One member removed with a value empties the group.",
        "case-sensitive-user-name", "userName is compared case-sensitively in filters.",
        "duplicates-created", "A second person of the same userName is created.",
        "first-page-only", "startIndex is ignored.",
        "put-merges", "PUT keeps what the body does not mention.",
        "deleted-still-there", "DELETE is answered 204, and the person stays.",
        "no-soft-delete", "active is ignored: nobody can be disabled."));

    private record Answer(int status, Object body) {}

    private final Directory directory;
    private final Set<String> faults;
    private final byte[] authorization;

    private Server(String token, Set<String> faults) {
        this.faults = faults;
        this.directory = new Directory(faults);
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) throw new ScimError(413, "The body is too large.", null);
            answer = answer(exchange, body);
        } catch (ScimError error) {
            answer = new Answer(error.status, error.body());
        } catch (RuntimeException error) {
            // A bug of ours is an answer too, and nobody else's business.
            System.err.println(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + error);
            answer = new Answer(500, new ScimError(500, "Something went wrong.", null).body());
        }
        respond(exchange, answer);
    }

    private void respond(HttpExchange exchange, Answer answer) throws IOException {
        byte[] text = answer.body == null ? new byte[0] : Json.write(answer.body).getBytes(StandardCharsets.UTF_8);
        if (answer.body != null) exchange.getResponseHeaders().set("Content-Type", "application/scim+json");
        if (answer.status == 401) exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        if (answer.status == 201) {
            Object meta = Values.asMap(answer.body).get("meta");
            exchange.getResponseHeaders().set("Location", String.valueOf(Values.asMap(meta).get("location")));
        }
        exchange.sendResponseHeaders(answer.status, text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
            throw new ScimError(401, "The token is missing or wrong.", null);
        }
        String path = exchange.getRequestURI().getPath().replaceAll("/{2,}", "/").replaceAll("/$", "");
        if (!path.startsWith(BASE + "/")) throw new ScimError(404, "There is nothing here.", null);
        String[] parts = path.substring(BASE.length() + 1).split("/", 2);
        String id = parts.length > 1 ? parts[1] : null;
        String base = "http://" + exchange.getRequestHeaders().getFirst("Host") + BASE;
        Map<String, String> query = queryOf(exchange.getRequestURI().getRawQuery());
        Object json = body.length == 0 ? null : parsed(exchange, body);
        synchronized (directory) {
            return switch (parts[0]) {
                case "Users" -> resource(exchange.getRequestMethod(), Schemas.USERS, id, json, query, base);
                case "Groups" -> resource(exchange.getRequestMethod(), Schemas.GROUPS, id, json, query, base);
                default -> discovery(exchange.getRequestMethod(), parts[0], id, query, base);
            };
        }
    }

    private Object parsed(HttpExchange exchange, byte[] body) {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")).split(";")[0].trim();
        if (!Set.of("application/json", "application/scim+json").contains(type.toLowerCase(Locale.ROOT))) {
            throw new ScimError(415, type + " is not taken.", null);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            // With the fault: every text about active is true, as it is where only the presence of a text counts.
            return Json.parse(faults.contains("string-false-is-true") ? text.replaceAll("\"[Ff]alse\"", "\"True\"") : text);
        } catch (IllegalArgumentException failure) {
            throw ScimError.invalid(failure.getMessage(), "invalidSyntax");
        }
    }

    private static Map<String, String> queryOf(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            try {
                query.putIfAbsent(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException failure) {
                throw ScimError.invalid("The query cannot be decoded.", "invalidSyntax");
            }
        }
        return query;
    }

    private Answer discovery(String method, String name, String id, Map<String, String> query, String base) {
        boolean isConfig = name.equals("ServiceProviderConfig");
        boolean isKnown = isConfig ? id == null : Set.of("ResourceTypes", "Schemas").contains(name);
        if (!method.equals("GET") || !isKnown) throw new ScimError(404, "There is nothing here.", null);
        if (query.containsKey("filter")) throw new ScimError(403, "There are no filters here.", null);
        if (isConfig) return new Answer(200, Discovery.config(base, MAX_PAGE));
        List<Object> all = name.equals("Schemas") ? Discovery.schemas(base) : Discovery.resourceTypes(base);
        if (id == null) return new Answer(200, listOf(all, all.size(), 1));
        return all.stream()
            .filter(one -> id.equalsIgnoreCase(String.valueOf(Values.asMap(one).get("id"))))
            .findFirst()
            .map(one -> new Answer(200, one))
            .orElseThrow(() -> new ScimError(404, "There is no " + id + ".", null));
    }

    private Answer resource(String method, Schemas.Kind kind, String id, Object body, Map<String, String> query, String base) {
        if (id == null && method.equals("GET")) return new Answer(200, page(kind, query, base));
        if (id == null && method.equals("POST")) {
            return new Answer(201, shown(kind, directory.create(kind, Values.readResource(body, kind)), query, base));
        }
        if (id == null) throw new ScimError(405, method + " is not supported here.", null);
        Directory.Entry entry = directory.find(kind, id);
        switch (method) {
            case "GET":
                return new Answer(200, shown(kind, entry, query, base));
            case "PUT":
                Map<String, Object> whole = new LinkedHashMap<>(faults.contains("put-merges") ? entry.data : Map.of());
                whole.putAll(Values.readResource(body, kind));
                return new Answer(200, shown(kind, directory.update(kind, entry, whole), query, base));
            case "PATCH":
                directory.update(kind, entry, Patch.apply(entry.data, body, kind, faults));
                // A large group is not answered back unasked (RFC 7644 §3.5.2).
                boolean isSilent = kind == Schemas.GROUPS && !query.containsKey("attributes");
                return isSilent ? new Answer(204, null) : new Answer(200, shown(kind, entry, query, base));
            case "DELETE":
                directory.remove(kind, entry);
                return new Answer(204, null);
            default:
                throw new ScimError(405, method + " is not supported here.", null);
        }
    }

    private Map<String, Object> shown(Schemas.Kind kind, Directory.Entry entry, Map<String, String> query, String base) {
        return Projection.project(directory.rendered(kind, entry, base), kind, query);
    }

    private Map<String, Object> page(Schemas.Kind kind, Map<String, String> query, String base) {
        String filter = query.get("filter");
        boolean isExact = faults.contains("case-sensitive-user-name");
        Predicate<Map<String, Object>> fits = filter == null ? one -> true : Filter.ofKind(filter, kind, isExact);
        int start = Math.max(1, number(query.getOrDefault("startIndex", "1")));
        int count = Math.max(0, Math.min(MAX_PAGE, number(query.getOrDefault("count", String.valueOf(MAX_PAGE)))));
        if (faults.contains("first-page-only")) start = 1;
        List<Map<String, Object>> found = directory.all(kind).values().stream()
            .map(entry -> directory.rendered(kind, entry, base))
            .filter(fits)
            .toList();
        List<Object> page = new ArrayList<>();
        for (Map<String, Object> one : found.stream().skip(start - 1L).limit(count).toList()) {
            page.add(Projection.project(one, kind, query));
        }
        return listOf(page, found.size(), start);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException failure) {
            throw ScimError.invalid("startIndex and count are whole numbers.");
        }
    }

    private static Map<String, Object> listOf(List<Object> page, int total, int start) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:ListResponse"));
        list.put("totalResults", total);
        list.put("startIndex", start);
        list.put("itemsPerPage", page.size());
        list.put("Resources", page);
        return list;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new LinkedHashMap<>(Map.of("--port", "3000", "--token", "secret", "--fault", ""));
        for (int index = 0; index < arguments.length; index += 2) {
            if (arguments[index].equals("--list-faults")) {
                FAULTS.forEach((name, what) -> System.out.printf("%-28s%s%n", name, what));
                return;
            }
            if (!options.containsKey(arguments[index]) || index + 1 == arguments.length) {
                fail("Usage: java -cp out Server [--port 3000] [--token secret] [--fault NAME[,NAME…]] [--list-faults]");
            }
            options.put(arguments[index], arguments[index + 1]);
        }
        Set<String> faults = new TreeSet<>(List.of(options.get("--fault").split(",")));
        faults.remove("");
        faults.stream().filter(name -> !FAULTS.containsKey(name)).findFirst().ifPresent(name -> {
            fail("There is no fault " + name + ". --list-faults shows them all.");
        });
        String port = options.get("--port");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) fail("--port is a number from 0 to 65535, not " + port + ".");
        try {
            listen(new Server(options.get("--token"), faults), Integer.parseInt(port));
        } catch (BindException failure) {
            fail("Nothing can be served on port " + port + ": " + failure.getMessage() + ".");
        }
    }

    private static void listen(Server endpoint, int port) throws IOException {
        // Head and body of an answer leave apart; without this the second waits 40 ms for the first to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", endpoint::handle);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
        System.out.println("SCIM at http://127.0.0.1:" + server.getAddress().getPort() + BASE);
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(2);
    }
}
