// What Entra ID or JumpCloud sends, against your endpoint: dotnet test, with xunit. Not run by our tests: .NET is not at hand there.
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

public class ScimTest
{
    private static readonly string BaseUrl = Setting("SCIM_URL", "http://localhost:3000/scim/v2");
    private readonly HttpClient client = new();
    private readonly Dictionary<string, string> values = new()
    {
        ["token"] = Setting("SCIM_TOKEN", "secret"),
        ["newUuid"] = Guid.NewGuid().ToString(),
        ["newDate"] = "2026-01-05T08:00:00Z",
    };

    [Fact]
    public async Task EveryAct()
    {
        var corpus = JsonNode.Parse(File.ReadAllText(Setting("SCIM_REQUESTS", "entra.json")))!;
        foreach (var act in corpus["acts"]!.AsArray())
        {
            foreach (var request in act!["requests"]!.AsArray()) await Sends(request!);
            foreach (var resource in act["directory"]!.AsArray()) await Finds($"{act["id"]}", resource!);
        }
    }

    private async Task Sends(JsonNode request)
    {
        var (status, body) = await Ask($"{request["method"]}", $"{request["path"]}", request["headers"]!.AsObject(), request["body"]);
        var answer = request["answer"]!;
        Assert.True(answer["status"]!.AsArray().Any(one => (int)one! == status), $"{request["name"]}: {status}");
        foreach (var (name, path) in request["captures"]?.AsObject() ?? [])
            values[name] = $"{($"{path}" == "$.id" ? body : body!["Resources"]![0])!["id"]}";
        if (answer["has"] is { } has) Assert.True(Contains(body, Filled(has)), $"{request["name"]}: {body}");
    }

    private async Task Finds(string act, JsonNode resource)
    {
        var headers = new JsonObject { ["Authorization"] = "Bearer {{token}}", ["Accept"] = "application/scim+json" };
        var (status, body) = await Ask("GET", $"{resource["path"]}", headers, null);
        if ($"{resource["is"]}" == "gone") { Assert.Equal(404, status); return; }
        Assert.True(Contains(body, Filled(resource["has"] ?? new JsonObject())), $"{act}, {resource["path"]}: {body}");
        foreach (var (name, strangers) in resource["lacks"]?.AsObject() ?? [])
            foreach (var stranger in strangers!.AsArray())
                Assert.False(Contains(body, new JsonObject { [name] = new JsonArray(Filled(stranger!)) }), $"{act}: {body}");
    }

    private async Task<(int, JsonNode?)> Ask(string method, string path, JsonObject headers, JsonNode? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), BaseUrl + Fill(path));
        if (body is not null) request.Content = new StringContent(Fill(body.ToJsonString()), Encoding.UTF8);
        foreach (var (name, value) in headers)
            if (name == "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse($"{value}");
            else request.Headers.TryAddWithoutValidation(name, Fill($"{value}"));
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text == "" ? null : JsonNode.Parse(text));
    }

    /// <summary>null stands for no value; of a list, some element contains each.</summary>
    private static bool Contains(JsonNode? whole, JsonNode? part) => part switch
    {
        null => whole is null,
        JsonArray list => whole is JsonArray all && list.All(one => all.Any(other => Contains(other, one))),
        JsonObject map => whole is JsonObject all && map.All(pair => Contains(all[pair.Key], pair.Value)),
        _ => JsonNode.DeepEquals(whole, part),
    };

    private JsonNode Filled(JsonNode value) => JsonNode.Parse(Fill(value.ToJsonString()))!;
    private string Fill(string text) =>
        Regex.Replace(text, @"\{\{(\w+)\}\}", found => values.GetValueOrDefault(found.Groups[1].Value, found.Value));
    private static string Setting(string name, string usual) => Environment.GetEnvironmentVariable(name) ?? usual;
}
