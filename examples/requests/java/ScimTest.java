import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Entra ID or JumpCloud sends, against your endpoint. Json is the small class beside it; Jackson or Gson do as well. */
@SuppressWarnings("unchecked")
class ScimTest {
    private static final String BASE_URL = setting("SCIM_URL", "http://localhost:3000/scim/v2");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> values = new HashMap<>(Map.of(
        "token", setting("SCIM_TOKEN", "secret"),
        "newUuid", "6f0c2f6e-3c1b-4a77-9a55-0c7f6d1f7b10",
        "newDate", "2026-01-05T08:00:00Z"));

    @TestFactory
    Stream<DynamicTest> everyAct() throws Exception {
        var corpus = (Map<String, Object>) Json.parse(Files.readString(Path.of(setting("SCIM_REQUESTS", "entra.json"))));
        return ((List<Map<String, Object>>) corpus.get("acts")).stream()
            .map(act -> DynamicTest.dynamicTest(act.get("id") + ": " + act.get("says"), () -> live(act)));
    }

    private void live(Map<String, Object> act) throws Exception {
        for (var request : (List<Map<String, Object>>) act.get("requests")) send(request);
        for (var resource : (List<Map<String, Object>>) act.get("directory")) find(resource);
    }

    private void send(Map<String, Object> request) throws Exception {
        var name = (String) request.get("name");
        var headers = (Map<String, String>) request.get("headers");
        var response = ask((String) request.get("method"), (String) request.get("path"), headers, request.get("body"));
        var answer = (Map<String, Object>) request.get("answer");
        var right = ((List<Number>) answer.get("status")).stream().anyMatch(one -> one.intValue() == response.statusCode());
        assertTrue(right, name + ": " + response.statusCode() + " instead of " + answer.get("status"));
        var body = response.body().isBlank() ? null : Json.parse(response.body());
        for (var capture : ((Map<String, String>) request.getOrDefault("captures", Map.of())).entrySet()) {
            var found = (Map<String, Object>) body;
            if (!capture.getValue().equals("$.id")) found = ((List<Map<String, Object>>) found.get("Resources")).get(0);
            values.put(capture.getKey(), (String) found.get("id"));
        }
        if (answer.containsKey("has")) assertTrue(contains(body, filled(answer.get("has"))), name + ": " + response.body());
    }

    private void find(Map<String, Object> resource) throws Exception {
        var path = (String) resource.get("path");
        var headers = Map.of("Authorization", "Bearer {{token}}", "Accept", "application/scim+json");
        var response = ask("GET", path, headers, null);
        if (resource.get("is").equals("gone")) {
            assertEquals(404, response.statusCode(), path);
            return;
        }
        var body = Json.parse(response.body());
        assertTrue(contains(body, filled(resource.getOrDefault("has", Map.of()))), path + ": " + response.body());
        for (var lacks : ((Map<String, List<Object>>) resource.getOrDefault("lacks", Map.of())).entrySet()) {
            for (var stranger : lacks.getValue())
                assertFalse(contains(body, Map.of(lacks.getKey(), List.of(filled(stranger)))), path + ": " + response.body());
        }
    }

    private HttpResponse<String> ask(String method, String path, Map<String, String> headers, Object body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(BASE_URL + fill(path)));
        headers.forEach((name, value) -> request.header(name, fill(value)));
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(fill(Json.write(body)));
        return client.send(request.method(method, content).build(), BodyHandlers.ofString());
    }

    private Object filled(Object value) {
        return Json.parse(fill(Json.write(value)));
    }

    private String fill(String text) {
        return Pattern.compile("\\{\\{(\\w+)\\}\\}").matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** null stands for no value; of a list, some element contains each. */
    private static boolean contains(Object whole, Object part) {
        if (part == null) return whole == null;
        if (part instanceof List<?> list)
            return whole instanceof List<?> all && list.stream().allMatch(one -> all.stream().anyMatch(other -> contains(other, one)));
        if (part instanceof Map<?, ?> map)
            return whole instanceof Map<?, ?> all
                && map.entrySet().stream().allMatch(entry -> contains(all.get(entry.getKey()), entry.getValue()));
        if (part instanceof Number one && whole instanceof Number other) return one.doubleValue() == other.doubleValue();
        return part.equals(whole);
    }

    private static String setting(String name, String usual) {
        return System.getenv().getOrDefault(name, usual);
    }
}
