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

        var samples = new JsonArray();
        foreach (var (name, value) in Samples.All()) samples.Add(Written(name, value, (int)request["write"]!));
        return samples;
    }

    private static JsonObject Written(string name, object? value, int depth)
    {
        try
        {
            var clixml = PSSerializer.Serialize(value, depth);
            return new JsonObject
            {
                ["name"] = name,
                ["clixml"] = clixml,
                ["described"] = Describe.Value(PSSerializer.Deserialize(clixml)),
            };
        }
        catch (ArgumentException refusal)
        {
            // For files the engine checks characters, as remoting does not: U+FFFE cannot be had this way.
            return new JsonObject { ["name"] = name, ["refused"] = refusal.Message };
        }
    }

    private static JsonArray Described(IEnumerable<object?> values) => new([.. values.Select(Describe.Value)]);
}
