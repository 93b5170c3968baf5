using System.Management.Automation;
using System.Text.Json.Nodes;
using Edgewise.EngineHost.Cmdlets;

namespace Edgewise.EngineHost;

/// <summary>The engine's serializer without any protocol around it: the first thing to compare a codec with.</summary>
internal static class ClixmlRequests
{
    /// <summary>
    /// `{ "write": depth }` gives every sample as CLIXML with what the engine reads back from it;
    /// `{ "read": clixml }` gives what the engine reads from a text of ours.
    /// </summary>
    public static JsonNode Answer(JsonObject request)
    {
        if (request["read"] is { } text)
        {
            return Described(PSSerializer.DeserializeAsList((string)text!));
        }

        var written = new JsonArray();
        foreach (var (name, value) in Samples.All())
        {
            var clixml = PSSerializer.Serialize(value, (int)request["write"]!);
            written.Add(new JsonObject
            {
                ["name"] = name,
                ["clixml"] = clixml,
                ["described"] = Describe.Value(PSSerializer.Deserialize(clixml)),
            });
        }

        return written;
    }

    private static JsonArray Described(IEnumerable<object?> values) => new([.. values.Select(Describe.Value)]);
}
