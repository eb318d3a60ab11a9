import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Becomes an answer with an error body (RFC 7644 §3.12). */
final class ScimError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int status;
    private final String scimType;

    ScimError(int status, String detail, String scimType) {
        super(detail);
        this.status = status;
        this.scimType = scimType;
    }

    static ScimError invalid(String detail) {
        return invalid(detail, "invalidValue");
    }

    static ScimError invalid(String detail, String scimType) {
        return new ScimError(400, detail, scimType);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
        body.put("status", String.valueOf(status));
        if (scimType != null) body.put("scimType", scimType);
        body.put("detail", getMessage());
        return body;
    }
}
